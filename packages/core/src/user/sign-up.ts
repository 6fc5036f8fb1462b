import { withSystem } from "@heddle/db";
import { z } from "zod";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { fitsInvitation } from "../identity/invitation";
import { checkNewPassword } from "./check-new-password";
import { createUserInput, insertUser } from "./create";
import { hashPassword } from "./password";
import type { SignUpMode } from "./sign-up-mode";

export const signUpInput = createUserInput.extend({ invitation: z.string().max(200).optional() });

interface SignUpRules {
  mode: SignUpMode;
  /** Whether an address can be confirmed. */
  mailed: boolean;
  hashingKey: Buffer;
}

/**
 * Makes an account for somebody who may have one. With an invitation, or where no mail can be sent, it is
 * made at once; otherwise the address has to be confirmed first, and this answers that (`requestSignUp`).
 */
export async function signUp(args: {
  ctx: InstanceContext;
  input: z.input<typeof signUpInput>;
  rules: SignUpRules;
}): Promise<{ state: "created" | "confirm" }> {
  const { ctx, rules } = args;
  if (rules.mode === "closed") throw signUpRefused("closed");
  const { email, name, password, invitation } = signUpInput.parse(args.input);
  if (invitation === undefined && rules.mode !== "open") throw signUpRefused("invitation");
  checkNewPassword(password, { email, name });
  if (invitation === undefined && rules.mailed) return { state: "confirm" };
  const passwordHash = await hashPassword(password);
  return await withSystem(ctx.db, async (tx) => {
    if (invitation !== undefined) {
      const given = { secret: invitation, hashingKey: rules.hashingKey, email };
      if (!(await fitsInvitation(tx, ctx, given))) throw notInvited();
    }
    await insertUser(tx, ctx, { email, name, passwordHash });
    return { state: "created" };
  });
}

export function signUpRefused(mode: "closed" | "invitation"): DomainError {
  return new DomainError(
    "forbidden",
    mode === "closed" ? "Nobody can make an account here." : "An account here needs an invitation.",
    { fix: "Ask an owner or admin of your organisation." },
  );
}

function notInvited(): DomainError {
  return new DomainError("forbidden", "This invitation is over, or it is for another address.", {
    path: "/invitation",
    fix: "Use the address that it was sent to, or ask for another invitation.",
  });
}
