import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";

export interface UserView {
  id: string;
  email: string;
  name: string;
  sessionVersion: number;
}

/** A user as the rest of the product sees them, without the password; null when there is none. */
export function getUser(args: {
  ctx: InstanceContext;
  input: { id: string };
}): Promise<(UserView & { operator: boolean }) | null> {
  const select = { id: true, email: true, name: true, sessionVersion: true, operator: true };
  return withSystem(args.ctx.db, (tx) => tx.user.findUnique({ where: { id: args.input.id }, select }));
}
