import type { Tx } from "@heddle/db";
import { DomainError } from "../error/domain-error";
import { normaliseEmail } from "../user/email";
import { insteadOf } from "./closest";

interface Found {
  id: string;
  email: string;
  name: string;
}

/** The person with this address. */
export async function requireUser(tx: Tx, given: string): Promise<Found> {
  const email = normaliseEmail(given);
  const found = await tx.user.findUnique({ where: { email }, select: { id: true, email: true, name: true } });
  if (found) return found;
  const others = await tx.user.findMany({ select: { email: true }, take: 10_000 });
  throw new DomainError("not_found", `There is no person with the address ${email}.`, {
    fix: insteadOf(
      email,
      others.map((other) => other.email),
    ),
  });
}
