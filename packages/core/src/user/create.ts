import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { normaliseEmail } from "./email";
import { hashPassword, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./password";

export const createUserInput = z.object({
  email: z.email().max(320),
  name: z.string().trim().min(1).max(200),
  password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
});

/** Adds a person who can sign in with a password. They belong to no organisation yet. */
export async function createUser(args: {
  ctx: InstanceContext;
  input: z.infer<typeof createUserInput>;
}): Promise<{ id: string }> {
  const { email, name, password } = createUserInput.parse(args.input);
  const id = createUuidV7(args.ctx.now().getTime());
  const passwordHash = await hashPassword(password);
  const row = { id, email: normaliseEmail(email), name, passwordHash };
  const added = await withSystem(args.ctx.db, (tx) =>
    tx.user.createMany({ data: [row], skipDuplicates: true }),
  );
  if (added.count === 0) {
    throw new DomainError("conflict", "There is a user with this e-mail address already.", {
      path: "/email",
      fix: "Use another address.",
    });
  }
  return { id };
}
