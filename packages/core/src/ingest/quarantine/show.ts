import { z } from "zod";
import { notThere, requireId } from "./missing";
import { type QuarantineContext, reachOf, withReach } from "./reach";
import { type QuarantinedBatch, type QuarantinedRow, selectBatches, viewOf } from "./row";

export const quarantinedInput = z.object({ id: z.string().max(20) });

/**
 * One batch with the whole of its error. Those who manage the project see what went wrong; where in Heddle's own
 * code that was is for whoever runs the instance.
 */
export async function showQuarantined(args: {
  ctx: QuarantineContext;
  input: z.infer<typeof quarantinedInput>;
}): Promise<QuarantinedBatch> {
  const { ctx } = args;
  const projectId = reachOf(ctx);
  const id = requireId(args.input.id);
  const [row] = await withReach(ctx, (tx) => tx.$queryRawUnsafe<QuarantinedRow[]>(SHOW, projectId, id));
  if (!row) throw notThere([id]);
  return viewOf(projectId === null ? row : { ...row, error: withoutStack(row.error) });
}

function withoutStack(error: string): string {
  const lines = error.split("\n").filter((line) => !/^\s+at .*[:(]/.test(line));
  return lines.join("\n").trimEnd();
}

const SHOW = `${selectBatches("q.error")}
  where (q.project_id = $1::uuid or $1::uuid is null) and q.id = $2::bigint`;
