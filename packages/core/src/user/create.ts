import { createUuidV7 } from "@heddle/contract";
import { type Tx, withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { lineOfText } from "../text/line";
import { recordAccountEvent } from "./account-event";
import { checkNewPassword, passwordSchema } from "./check-new-password";
import { emailSchema } from "./email";
import { hashPassword } from "./password";

export const nameSchema = lineOfText(200);

export const createUserInput = z.object({ email: emailSchema, name: nameSchema, password: passwordSchema });

/** Adds a person who can sign in with a password. They belong to no organisation yet. */
export async function createUser(args: {
  ctx: InstanceContext;
  input: z.input<typeof createUserInput>;
}): Promise<{ id: string }> {
  const { ctx } = args;
  const { email, name, password } = createUserInput.parse(args.input);
  checkNewPassword(password, { email, name });
  const passwordHash = await hashPassword(password);
  return withSystem(ctx.db, (tx) => insertUser(tx, ctx, { email, name, passwordHash }));
}

/** Adds a person, unless somebody has the address already. */
export async function insertUser(
  tx: Tx,
  ctx: InstanceContext,
  person: { email: string; name: string; passwordHash: string | null },
): Promise<{ id: string }> {
  const now = ctx.now();
  const row = { id: createUuidV7(now.getTime()), createdAt: now, ...person };
  const added = await tx.user.createMany({ data: [row], skipDuplicates: true });
  if (added.count === 0) throw addressIsTaken();
  await recordAccountEvent(tx, ctx, row, { action: "account.signed_up" });
  return { id: row.id };
}

export function addressIsTaken(): DomainError {
  return new DomainError("conflict", "There is already an account with this e-mail address.", {
    path: "/email",
    fix: "Sign in with it, or use another address.",
  });
}
