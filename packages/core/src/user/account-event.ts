import type { Prisma, Tx } from "@heddle/db";
import type { AuditAction } from "../audit/action";
import { recordAudit } from "../audit/record";
import type { InstanceContext } from "../context";

/** What happens to an account, as its page tells the person. */
export type AccountAction = Extract<AuditAction, `account.${string}`>;

/** Writes down what happened to an account. Only its owner sees it, whoever caused it. */
export function recordAccountEvent(
  tx: Tx,
  ctx: InstanceContext,
  user: { id: string; email: string },
  { action, detail = {} }: { action: AccountAction; detail?: Prisma.InputJsonObject },
): Promise<void> {
  const actor = { type: "user" as const, userId: user.id, email: user.email };
  return recordAudit(
    tx,
    { actor, now: ctx.now, address: ctx.address },
    { action, detail, target: user.email, targetId: user.id },
  );
}
