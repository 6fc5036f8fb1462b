import { type PoolClient, withScopeClient } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../context";
import { fullNames } from "../run/full-names";
import { readSilence } from "../run/lost";
import { readUsual } from "../run/usual";
import { judge, type Trouble, worstFirst } from "./judge";
import { readLastGood } from "./last-good";
import { readNewVersions } from "./new-versions";
import { readMarksOf } from "./newest-marks";
import { rangeSchema, windowsOf } from "./range";
import { type RecentRuns, readRecentRuns } from "./recent-runs";
import { pointsBetween, successShare } from "./success";
import { summarise } from "./summarise";
import { readTallies, type Tally } from "./tallies";
import type { Overview, OverviewRun, PipelineHealth } from "./view";

export const overviewInput = z.object({
  range: rangeSchema,
  /** Only pipelines that need a look. */
  show: z.enum(["all", "look"]).default("all"),
  limit: z.number().int().min(1).max(1000).default(50),
});

type Judged = ReturnType<typeof judged>;

/** How the project is: a line for each pipeline, worst first, and what they amount to. */
export async function readOverview(args: {
  ctx: Context;
  input: z.input<typeof overviewInput>;
  /** Since when telemetry could reach us: silence before that does not make a run lost. */
  ingestUpSince: Date;
}): Promise<Overview> {
  const { ctx, ingestUpSince } = args;
  authorise(ctx, "read");
  const { range, show, limit } = overviewInput.parse(args.input);
  const { projectId } = ctx.scope;
  const now = ctx.now();
  const windows = windowsOf(range, now);
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const silence = await readSilence(client, { projectId, now, ingestUpSince });
    const recent = await readRecentRuns(client, projectId, silence);
    const tallies = await readTallies(client, projectId, windows, silence);
    const fullName = await fullNames(
      client,
      projectId,
      recent.map(({ pipeline }) => pipeline),
    );
    const all = worstFirst(recent.map((pipeline) => judged(pipeline, fullName, now)));
    const troubled = all.filter(({ trouble }) => trouble !== null);
    const page = (show === "look" ? troubled : all).slice(0, limit);
    return {
      summary: {
        ...summarise(tallies, windows),
        versions: await readNewVersions(client, projectId, windows),
        running: all.reduce((sum, { runs }) => sum + runs.filter(isRunning).length, 0),
        troubles: countTroubles(troubled),
      },
      pipelines: await describe(client, projectId, page, tallies),
      total: all.length,
      needALook: troubled.length,
    };
  });
}

const isRunning = ({ status }: { status: string }) => status === "running";

function judged({ pipelineId, pipeline, runs }: RecentRuns, fullName: (key: string) => string, now: Date) {
  return { pipelineId, name: fullName(pipeline), runs, ...judge(runs, now) };
}

function countTroubles(troubled: readonly Judged[]): Record<Trouble, number> {
  const counts = { failing: 0, lost: 0, late: 0, slower: 0 };
  for (const { trouble } of troubled) if (trouble) counts[trouble]++;
  return counts;
}

/** Adds what only the pipelines that are shown need. */
async function describe(
  client: PoolClient,
  projectId: string,
  page: readonly Judged[],
  tallies: readonly Tally[],
): Promise<PipelineHealth[]> {
  const ids = page.map(({ pipelineId }) => pipelineId);
  const goodOf = ({ runs }: Judged) => runs.find(({ status }) => status === "succeeded");
  const usual = await readUsual(client, projectId, ids);
  const older = await readLastGood(
    client,
    projectId,
    page.filter((row) => !goodOf(row)).map(({ pipelineId }) => pipelineId),
  );
  const marks = await readMarksOf(
    client,
    projectId,
    page.flatMap(({ runs }) => runs[0]?.id ?? []),
  );
  const tallyOf = (id: string, now: 0 | 1) =>
    tallies.find((each) => each.pipelineId === id && each.now === now);
  return page.map((row) => {
    const { pipelineId, name, trouble, streak, slower, runs, rhythm } = row;
    const [tally, before] = [tallyOf(pipelineId, 1), tallyOf(pipelineId, 0)];
    const success = tally ? successShare(tally) : null;
    const good = goodOf(row) ?? older.get(pipelineId);
    return {
      ...{ name, trouble, streak, slower },
      runs: runs.map(runOf).reverse(),
      inRange: {
        runs: tally?.runs ?? 0,
        success,
        points: pointsBetween(success, before ? successShare(before) : null),
      },
      usualMs: usual.get(pipelineId) ?? null,
      lastGood: good
        ? { id: good.id, number: good.number, finishedAt: (good.finishedAt ?? good.startedAt).toISOString() }
        : null,
      rhythm: rhythm && {
        everyMs: rhythm.everyMs,
        staleAfterMs: rhythm.regular ? rhythm.lateAfterMs : null,
      },
      changed: marks.get(runs[0]?.id ?? "") ?? null,
    };
  });
}

function runOf({ id, number, status, startedAt, durationMs }: RecentRuns["runs"][number]): OverviewRun {
  return { id, number, status, startedAt: startedAt.toISOString(), durationMs };
}
