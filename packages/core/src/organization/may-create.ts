import { type Tx, withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import type { SignUpMode } from "../user/sign-up-mode";

/** Whether the user may found an organisation here. */
export function mayCreateOrganization(args: {
  ctx: InstanceContext;
  input: { userId: string };
  signUp: SignUpMode;
}): Promise<boolean> {
  return withSystem(args.ctx.db, (tx) => mayFound(tx, args.input.userId, args.signUp));
}

/** Where strangers cannot sign up by themselves, only owners found more; and whoever comes when there is none. */
export async function mayFound(tx: Tx, userId: string, signUp: SignUpMode): Promise<boolean> {
  if (signUp === "open") return true;
  if (await tx.membership.findFirst({ where: { userId, role: "owner" } })) return true;
  return (await tx.organization.count({ take: 1 })) === 0;
}
