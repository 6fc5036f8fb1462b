import { type Tx, withScope, withScopeClient } from "@heddle/db";
import type { AuditAction } from "../audit/action";
import { recordAudit } from "../audit/record";
import type { Context } from "../context";
import { loadFailureView } from "./load";
import type { FailureSummary } from "./view";

interface Done {
  action: AuditAction;
  detail?: Record<string, string>;
}

/**
 * Changes how a failure stands and writes down who did. `change` answers with null when somebody else was first,
 * and then nothing is written.
 */
export async function changeFailure(
  ctx: Context,
  failureId: string,
  change: (tx: Tx) => Promise<Done | null>,
): Promise<FailureSummary> {
  const load = () => withScopeClient(ctx.db, ctx.scope, (client) => loadFailureView(client, ctx, failureId));
  const { pipeline, node } = await load();
  await withScope(ctx.db, ctx.scope, async (tx) => {
    const done = await change(tx);
    const target = node === null ? pipeline : `${pipeline} at ${node}`;
    if (done) await recordAudit(tx, ctx, { ...done, target, targetId: failureId });
  });
  return await load();
}
