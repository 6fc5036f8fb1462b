import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import type { GetRunInput } from "../run/inputs";
import { candidatesOf } from "./candidates";

/** A run that is worth comparing another with, and why. */
export interface SuggestedRun {
  why: "lastGood" | "previous" | "newest";
  id: string;
  number: number | null;
  status: string;
  codeVersion: string | null;
  startedAt: string;
}

/** Runs of the same pipeline that a run is usually compared with, without the run itself and without repetition. */
export async function suggestRuns({
  ctx,
  input,
}: {
  ctx: Context;
  input: GetRunInput;
}): Promise<SuggestedRun[]> {
  authorise(ctx, "read");
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const runs = candidatesOf(client, ctx.scope.projectId);
    const run = await runs.byId(input.runId, "run");
    const found = [
      { why: "lastGood" as const, run: await runs.lastGood(run) },
      { why: "previous" as const, run: await runs.previous(run) },
      { why: "newest" as const, run: await runs.newestOf(run) },
    ];
    const seen = new Set([run.id]);
    return found.flatMap(({ why, run: other }): SuggestedRun[] => {
      if (!other || seen.has(other.id)) return [];
      seen.add(other.id);
      const { id, number, status, codeVersion, startedAt } = other;
      return [{ why, id, number, status, codeVersion, startedAt: startedAt.toISOString() }];
    });
  });
}
