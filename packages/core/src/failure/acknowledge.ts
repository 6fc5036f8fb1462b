import { z } from "zod";
import { authorise, type Context } from "../context";
import { actorName } from "./actor-name";
import { changeFailure } from "./change";
import type { FailureSummary } from "./view";

export const acknowledgeFailureInput = z.object({
  failureId: z.uuid(),
  /** False takes it back. */
  acknowledged: z.boolean().default(true),
});

/** Says that somebody looks after a failure, until it recovers. Who was first stays. */
export async function acknowledgeFailure(args: {
  ctx: Context;
  input: z.input<typeof acknowledgeFailureInput>;
}): Promise<FailureSummary> {
  const { ctx } = args;
  authorise(ctx, "edit");
  const { failureId, acknowledged } = acknowledgeFailureInput.parse(args.input);
  const of = { id: failureId, projectId: ctx.scope.projectId };
  return await changeFailure(ctx, failureId, async (tx) => {
    const { count } = acknowledged
      ? await tx.failure.updateMany({
          where: { ...of, acknowledgedAt: null },
          data: { acknowledgedAt: ctx.now(), acknowledgedBy: actorName(ctx.actor) },
        })
      : await tx.failure.updateMany({
          where: { ...of, acknowledgedAt: { not: null } },
          data: { acknowledgedAt: null, acknowledgedBy: null },
        });
    if (count === 0) return null;
    return { action: acknowledged ? "failure.acknowledged" : "failure.reopened" };
  });
}
