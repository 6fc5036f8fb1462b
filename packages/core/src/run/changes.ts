import { withScope } from "@heddle/db";
import type { RunChanges } from "../comparison/change";
import { compareWithLastGood } from "../comparison/compare-with-last-good";
import { authorise, type Context } from "../context";
import type { GetRunInput } from "./inputs";
import { noSuchRun } from "./load-run";
import { isUuid } from "./uuid-text";

/** What is known to differ between a run and the last good run of its pipeline. */
export async function getRunChanges({
  ctx,
  input,
}: {
  ctx: Context;
  input: GetRunInput;
}): Promise<RunChanges> {
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  if (!isUuid(input.runId)) throw noSuchRun();
  return withScope(ctx.db, ctx.scope, async (tx) => {
    const run = await tx.run.findUnique({ where: { projectId_id: { projectId, id: input.runId } } });
    if (!run) throw noSuchRun();
    return compareWithLastGood(tx, run);
  });
}
