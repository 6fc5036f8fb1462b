import type { RunSummary } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";

type Usual = RunSummary["usualMs"];

/** Below this many runs nothing can be called usual. */
const FEWEST = 5;

/** How long the last 50 successful runs of each pipeline took. A thousand runs back is where it stops looking. */
const USUAL = `
  select wanted.id, array_agg(recent.ms) as durations
  from unnest($2::uuid[]) as wanted (id)
  cross join lateral (
    select extract(epoch from last.finished_at - last.started_at)::float8 * 1000 as ms
    from (
      select status, started_at, finished_at from run
      where project_id = $1 and pipeline_id = wanted.id order by id desc limit 1000
    ) as last
    where last.status = 'succeeded' and last.finished_at is not null limit 50
  ) as recent
  group by wanted.id`;

/** The value below which the share `p` of the sorted values lies, between two values in proportion. */
function quantile(sorted: number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** What a set of durations amounts to; null when they are too few. */
export function usualOf(durations: number[]): Usual {
  if (durations.length < FEWEST) return null;
  const sorted = durations.map((ms) => Math.max(0, ms)).sort((a, b) => a - b);
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => Math.round(quantile(sorted, p)));
  return { p10: p10 ?? 0, p50: p50 ?? 0, p90: p90 ?? 0 };
}

/** The usual duration of each pipeline, by its id. */
export async function readUsual(
  client: PoolClient,
  projectId: string,
  pipelineIds: Iterable<string | null>,
): Promise<Map<string, Usual>> {
  const wanted = [...new Set(pipelineIds)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; durations: number[] }>(USUAL, [projectId, wanted]);
  return new Map(rows.map((row) => [row.id, usualOf(row.durations)]));
}
