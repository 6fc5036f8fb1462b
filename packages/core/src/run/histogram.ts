import { type RunStatus, runStatusSchema, uuidV7Time } from "@heddle/contract";
import { type PoolClient, withScopeClient } from "@heddle/db";
import type { z } from "zod";
import { authorise, type Context } from "../context";
import { lowestRunId } from "../retention/lowest-run-id";
import { bucketsBetween } from "./buckets";
import { candidatesSql } from "./filter/candidates";
import { runFilterInput } from "./filter/inputs";
import { resolveFilter, startOf } from "./filter/resolve";
import { readSilence, shownStatusSql } from "./lost";

/** More runs than this are not counted: the histogram then begins with the oldest counted one. */
const MOST = 200_000;
const MOST_READ = 20_000;

/** Without `from` and `to`, which are chosen in the picture that the histogram is. */
export const runHistogramInput = runFilterInput.omit({ from: true, to: true });

export interface RunHistogram {
  widthMs: number;
  /** Spans of time in order, without gaps; runs are counted by the time in their id. */
  buckets: { start: string; counts: Partial<Record<RunStatus, number>> }[];
  /** Runs older than this were not counted, for there are too many; null when all were. */
  countedFrom: string | null;
}

/** How many runs of each status pass the filter, over time. */
export async function readRunHistogram(args: {
  ctx: Context;
  input: z.infer<typeof runHistogramInput>;
  ingestUpSince: Date;
}): Promise<RunHistogram> {
  const { ctx, input, ingestUpSince } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const now = ctx.now();
    const silence = await readSilence(client, { projectId, now, ingestUpSince });
    const filter = await resolveFilter(client, projectId, input, { now, silence });
    const from = startOf(input, now)?.getTime() ?? (await oldest(client, projectId)) ?? now.getTime();
    const { widthMs, starts } = bucketsBetween(Math.min(from, now.getTime()), now.getTime());
    const values: unknown[] = [projectId];
    const add = (value: unknown) => `$${values.push(value)}`;
    const bounds = add(starts.map((start) => lowestRunId(new Date(start))));
    const most = filter.text?.kind === "words" ? MOST_READ : MOST;
    const { from: candidates, passes } = candidatesSql(filter, most, add);
    const { rows } = await client.query<{ bucket: number; status: string; count: number; looked: number }>(
      `select width_bucket(r.id, ${bounds}::uuid[]) as bucket, ${shownStatusSql(silence, add)} as status,
         (count(*) filter (where ${passes}))::int as count, count(*)::int as looked
       from ${candidates} group by 1, 2`,
      values,
    );
    const buckets = starts.map((start): RunHistogram["buckets"][number] => ({
      start: new Date(start).toISOString(),
      counts: {},
    }));
    for (const { bucket, status, count } of rows) {
      // The oldest run's own milliseconds may lie before the first span only by the width of an id's rest.
      const counts = buckets[Math.max(0, bucket - 1)]?.counts;
      const known = runStatusSchema.safeParse(status).data ?? "failed";
      if (counts && count > 0) counts[known] = (counts[known] ?? 0) + count;
    }
    const looked = rows.reduce((sum, row) => sum + row.looked, 0);
    const first = Math.max(0, Math.min(...rows.map(({ bucket }) => bucket - 1)));
    const countedFrom = looked >= most ? (buckets[first]?.start ?? null) : null;
    return { widthMs, buckets, countedFrom };
  });
}

async function oldest(client: PoolClient, projectId: string): Promise<number | null> {
  const { rows } = await client.query<{ id: string }>(
    "select id from run where project_id = $1 order by id limit 1",
    [projectId],
  );
  return rows[0] ? uuidV7Time(rows[0].id) : null;
}
