import type { PoolClient } from "@heddle/db";
import { lowestRunId } from "../retention/lowest-run-id";
import { type Silence, shownStatusSql } from "../run/lost";
import type { Windows } from "./range";

/** Runs of one pipeline in one range, or in one step of it. */
export interface Tally {
  pipelineId: string | null;
  /** 1 the range, 0 the one before; null in tallies of steps. */
  now: 0 | 1 | null;
  /** From the beginning of the range before; null in tallies of ranges. */
  step: number | null;
  runs: number;
  succeeded: number;
  failed: number;
  lost: number;
  /** Median duration of the successful ones. */
  medianMs: number | null;
}

/** Every run of both ranges once; the key of a run begins with its time. */
const tallies = (shownStatus: string) => `
  with judged as (
    select pipeline_id, (started_at >= $4)::int as now,
      greatest(0, least($6::int - 1, floor(extract(epoch from started_at - $3::timestamptz) * 1000 / $5)))::int as step,
      ${shownStatus} as status,
      case when status = 'succeeded'
        then greatest(0, extract(epoch from finished_at - started_at)::float8 * 1000) end as ms
    from run r where project_id = $1 and id >= $2
  )
  select pipeline_id as "pipelineId", now, step, count(*)::int as runs,
    count(*) filter (where status = 'succeeded')::int as succeeded,
    count(*) filter (where status = 'failed')::int as failed,
    count(*) filter (where status = 'lost')::int as lost,
    percentile_cont(0.5) within group (order by ms) as "medianMs"
  from judged group by grouping sets ((pipeline_id, now), (pipeline_id, step))`;

/** How the runs of the range and of the one before ended, by pipeline, in all and step by step. */
export async function readTallies(
  client: PoolClient,
  projectId: string,
  { before, from, stepMs, steps }: Windows,
  silence: Silence | null,
): Promise<Tally[]> {
  const values: unknown[] = [projectId, lowestRunId(before), before, from, stepMs, 2 * steps];
  const shown = shownStatusSql(silence, (value) => `$${values.push(value)}`);
  const { rows } = await client.query<Tally>(tallies(shown), values);
  return rows;
}
