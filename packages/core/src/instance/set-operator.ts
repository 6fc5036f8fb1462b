import { withSystem } from "@heddle/db";
import { recordAccountEvent } from "../user/account-event";
import { requireUser } from "./find-user";
import type { OperatorContext } from "./operator";

/** Lets somebody see the pages about the instance, or no more. Open pages of theirs notice with the next question. */
export async function setOperator(args: {
  ctx: OperatorContext;
  input: { email: string; operator: boolean };
}): Promise<{ email: string; operator: boolean; changed: boolean }> {
  const { ctx } = args;
  const { operator } = args.input;
  return await withSystem(ctx.db, async (tx) => {
    const user = await requireUser(tx, args.input.email);
    const { count } = await tx.user.updateMany({
      where: { id: user.id, operator: !operator },
      data: { operator },
    });
    const changed = count > 0;
    if (changed) {
      const detail = { to: operator ? "on" : "off", by: ctx.actor.job };
      await recordAccountEvent(tx, ctx, user, { action: "account.operator_changed", detail });
    }
    return { email: user.email, operator, changed };
  });
}
