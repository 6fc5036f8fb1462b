import { withSystem } from "@heddle/db";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import type { UpkeepContext } from "./operator";

/**
 * The context of somebody who runs the instance, as their account says it now. To everybody else there is
 * nothing to see, not even that they may not.
 */
export async function resolveOperator(args: {
  ctx: InstanceContext;
  input: { userId: string };
}): Promise<UpkeepContext> {
  const { ctx, input } = args;
  const select = { email: true, operator: true };
  const user = await withSystem(ctx.db, (tx) => tx.user.findUnique({ where: { id: input.userId }, select }));
  if (user?.operator) return { ...ctx, actor: { type: "user", userId: input.userId, email: user.email } };
  throw new DomainError("not_found", "There is nothing at this address.", {
    fix: "Check the address, or ask whoever runs this Heddle.",
  });
}
