import { withScope } from "@heddle/db";
import type { RunChanges, RunRef } from "../comparison/change";
import { compareWithLastGood } from "../comparison/compare-with-last-good";
import { authorise, type Context } from "../context";
import type { GetRunInput } from "./inputs";
import { noSuchRun } from "./load-run";
import { isUuid } from "./uuid-text";

type RefView = Omit<RunRef, "startedAt"> & { startedAt: string };

/** `RunChanges` as JSON carries them. */
export interface RunChangesView extends Omit<RunChanges, "lastGood" | "streak"> {
  lastGood: RefView | null;
  streak: { count: number; first: RefView };
}

function refView(run: RunRef): RefView {
  return { ...run, startedAt: run.startedAt.toISOString() };
}

export function changesView({ lastGood, streak, ...others }: RunChanges): RunChangesView {
  return {
    ...others,
    lastGood: lastGood && refView(lastGood),
    streak: { ...streak, first: refView(streak.first) },
  };
}

/** What is known to differ between a run and the last good run of its pipeline. */
export async function getRunChanges({
  ctx,
  input,
}: {
  ctx: Context;
  input: GetRunInput;
}): Promise<RunChangesView> {
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  if (!isUuid(input.runId)) throw noSuchRun();
  return withScope(ctx.db, ctx.scope, async (tx) => {
    const run = await tx.run.findUnique({ where: { projectId_id: { projectId, id: input.runId } } });
    if (!run) throw noSuchRun();
    return changesView(await compareWithLastGood(tx, run));
  });
}
