import { uuidV7Time } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { fullNames } from "../run/full-names";
import { failureState } from "./state";
import type { FailureRun, FailureSummary } from "./view";

interface Row {
  id: string;
  pipeline: string | null;
  environment: string | null;
  node: string | null;
  errorType: string;
  message: string;
  runs: number;
  firstRunId: string;
  firstNumber: number | null;
  firstStartedAt: Date | null;
  lastRunId: string;
  lastNumber: number | null;
  lastStartedAt: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  mutedUntil: Date | null;
  recovered: boolean;
}

/**
 * Failures that a condition on `f` picks, newest first. Whether one recovered is asked once for each pipeline and
 * environment, not for each failure; runs are looked up by their key, one by one. In the condition `$1` is the project, `$2` how many.
 */
const sql = (condition: string) => `
  with picked as (
    select f.* from failure f where f.project_id = $1 and ${condition}
    order by f.last_run_id desc, f.id desc limit $2
  ), known as (
    select p.*, l.number as last_number, l.started_at as last_started_at, l.environment
    from picked p left join lateral (
      select number, started_at, tags->>'environment' as environment from run
      where project_id = $1 and id = p.last_run_id limit 1
    ) l on true
  ), good as (
    select k.pipeline_id, k.environment, g.id
    from (select pipeline_id, environment, min(last_run_id::text)::uuid as oldest from known group by 1, 2) k
    cross join lateral (
      select r.id from run r where r.project_id = $1 and r.pipeline_id = k.pipeline_id and r.id > k.oldest
        and r.status = 'succeeded' and r.tags->>'environment' is not distinct from k.environment
      order by r.id desc limit 1
    ) g
  )
  select k.id, p.name as pipeline, k.environment, k.node, k.error_type as "errorType", k.message, k.runs,
    k.first_run_id as "firstRunId", b.number as "firstNumber", b.started_at as "firstStartedAt",
    k.last_run_id as "lastRunId", k.last_number as "lastNumber", k.last_started_at as "lastStartedAt",
    k.acknowledged_at as "acknowledgedAt", k.acknowledged_by as "acknowledgedBy",
    k.muted_until as "mutedUntil", g.id is not null as recovered
  from known k
  left join lateral (
    select number, started_at from run where project_id = $1 and id = k.first_run_id limit 1
  ) b on true
  left join pipeline p on p.project_id = $1 and p.id = k.pipeline_id
  left join good g on g.pipeline_id = k.pipeline_id and g.environment is not distinct from k.environment
    and g.id > k.last_run_id
  order by k.last_run_id desc, k.id desc`;

/** Failures that a condition on `f` picks, newest first, with their state at `now`. */
export async function readFailures(
  client: PoolClient,
  picked: { projectId: string; condition: string; values: unknown[]; limit: number },
  now: Date,
): Promise<FailureSummary[]> {
  const { projectId, condition, values, limit } = picked;
  const { rows } = await client.query<Row>(sql(condition), [projectId, limit, ...values]);
  const names = rows.flatMap(({ pipeline, node }) => [pipeline, node]);
  const fullName = await fullNames(client, projectId, names);
  return rows.map((row) => ({
    id: row.id,
    pipeline: fullName(row.pipeline ?? ""),
    environment: row.environment,
    node: row.node === null ? null : fullName(row.node),
    errorType: row.errorType,
    message: row.message,
    runs: row.runs,
    firstRun: refOf(row.firstRunId, row.firstNumber, row.firstStartedAt),
    lastRun: refOf(row.lastRunId, row.lastNumber, row.lastStartedAt),
    state: failureState(row, row.recovered, now),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: row.acknowledgedBy,
    mutedUntil: row.mutedUntil?.toISOString() ?? null,
  }));
}

/** A run that is just being deleted is known by its id only, which begins with its time. */
function refOf(id: string, number: number | null, startedAt: Date | null): FailureRun {
  return { id, number, startedAt: (startedAt ?? new Date(uuidV7Time(id))).toISOString() };
}
