import { z } from "zod";
import { authorise, type Context } from "../context";
import { changeFailure } from "./change";
import type { FailureSummary } from "./view";

const HOUR_MS = 60 * 60 * 1000;
const MOST_HOURS = 31 * 24;

export const muteFailureInput = z.object({
  failureId: z.uuid(),
  /** From now on; null ends it. */
  hours: z.number().int().min(1).max(MOST_HOURS).nullable(),
});

/** Holds back messages about a failure for some hours. What is on its way already still arrives. */
export async function muteFailure(args: {
  ctx: Context;
  input: z.infer<typeof muteFailureInput>;
}): Promise<FailureSummary> {
  const { ctx } = args;
  authorise(ctx, "edit");
  const { failureId, hours } = muteFailureInput.parse(args.input);
  const of = { id: failureId, projectId: ctx.scope.projectId };
  const now = ctx.now();
  return await changeFailure(ctx, failureId, async (tx) => {
    if (hours === null) {
      const muted = { ...of, mutedUntil: { gt: now } };
      const { count } = await tx.failure.updateMany({ where: muted, data: { mutedUntil: null } });
      return count === 0 ? null : { action: "failure.unmuted" };
    }
    const mutedUntil = new Date(now.getTime() + hours * HOUR_MS);
    const { count } = await tx.failure.updateMany({ where: of, data: { mutedUntil } });
    return count === 0 ? null : { action: "failure.muted", detail: { until: mutedUntil.toISOString() } };
  });
}
