import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { type Candidate, type Candidates, candidatesOf } from "./candidates";
import type { ChooseRunsInput } from "./compare-inputs";

/** Two runs that are worth comparing; null when there are no two runs of a pipeline. */
export interface ChosenRuns {
  a: string | null;
  b: string | null;
}

/** So many runs are looked at for one that has another before it. */
const TRIED = 20;

/**
 * What to compare when an address does not say, or whether the runs that it names are there: with `b`, the last
 * good run before it, else the previous one; with `a`, the newest run of its pipeline; with neither, the newest
 * failed run that a good one came before, else the newest run and the one before it.
 */
export async function chooseRuns({
  ctx,
  input,
}: {
  ctx: Context;
  input: ChooseRunsInput;
}): Promise<ChosenRuns> {
  authorise(ctx, "read");
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const runs = candidatesOf(client, ctx.scope.projectId);
    const b = input.b === undefined ? null : await runs.byId(input.b, "b");
    const a = input.a === undefined ? null : await runs.byId(input.a, "a");
    if (b) return { a: a?.id ?? (await partnerOf(runs, b)), b: b.id };
    if (a) {
      const newest = await runs.newestOf(a);
      // The newest run has nothing after it: it is now, and its partner is then.
      return newest && newest.id !== a.id
        ? { a: a.id, b: newest.id }
        : { a: await partnerOf(runs, a), b: a.id };
    }
    return (
      (await firstPair(await runs.newest(TRIED, "failed"), (run) => runs.lastGood(run))) ??
      (await firstPair(await runs.newest(TRIED), (run) => runs.previous(run))) ?? { a: null, b: null }
    );
  });
}

async function firstPair(
  runs: Candidate[],
  before: (run: Candidate) => Promise<Candidate | null>,
): Promise<ChosenRuns | null> {
  for (const b of runs) {
    const a = await before(b);
    if (a) return { a: a.id, b: b.id };
  }
  return null;
}

async function partnerOf(runs: Candidates, run: Candidate): Promise<string | null> {
  return ((await runs.lastGood(run)) ?? (await runs.previous(run)))?.id ?? null;
}
