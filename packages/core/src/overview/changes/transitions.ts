import type { RunStatus } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { type Silence, shownStatus } from "../../run/lost";

/** A run and the one before it in its pipeline, between which something differs. */
export interface Transition {
  /** Key of the name. */
  pipeline: string;
  id: string;
  number: number | null;
  status: RunStatus;
  startedAt: Date;
  previousId: string;
  previousNumber: number | null;
  codeVersion: string | null;
  previousVersion: string | null;
  environment: string | null;
  previousEnvironment: string | null;
  configDiffers: boolean;
}

interface Row extends Omit<Transition, "status"> {
  status: string;
  pipelineId: string;
  heartbeatSeconds: number | null;
  lastSeenAt: Date;
}

/** Runs looked at in all, shared by the pipelines, and for each pipeline at least and at most. */
const RUNS = { all: 4000, least: 30, most: 500 };
const MOST_PIPELINES = 1000;
const MOST_OF_PIPELINE = 20;
const MOST = 200;

const TRANSITIONS = `
  with pipelines as (
    select id, name from pipeline where project_id = $1 order by name limit ${MOST_PIPELINES}
  ), reach as (
    select greatest(${RUNS.least}, least(${RUNS.most}, ${RUNS.all} / greatest(1, count(*)))) as runs from pipelines
  )
  select p.name as pipeline, p.id as "pipelineId", t.* from pipelines p
  cross join lateral (
    select id, number, status, started_at as "startedAt", heartbeat_seconds as "heartbeatSeconds",
      last_seen_at as "lastSeenAt", "previousId", "previousNumber", code_version as "codeVersion",
      "previousVersion", environment_hash as environment, "previousEnvironment",
      config <> "previousConfig" as "configDiffers"
    from (
      select last.*, lead(id) over w as "previousId", lead(number) over w as "previousNumber",
        lead(code_version) over w as "previousVersion", lead(environment_hash) over w as "previousEnvironment",
        lead(config) over w as "previousConfig"
      from (
        select id, number, status, started_at, heartbeat_seconds, last_seen_at, code_version, environment_hash, config
        from run where project_id = $1 and pipeline_id = p.id order by id desc limit (select runs from reach)
      ) as last
      window w as (order by id desc)
    ) as pair
    where "previousId" is not null and (code_version <> "previousVersion"
      or environment_hash <> "previousEnvironment" or config <> "previousConfig")
    order by id desc limit ${MOST_OF_PIPELINE}
  ) t
  order by t.id desc limit ${MOST}`;

/** Where something differs between a run and the one before, newest first, among the last runs of each pipeline. */
export async function readTransitions(
  client: PoolClient,
  projectId: string,
  silence: Silence | null,
): Promise<Transition[]> {
  const { rows } = await client.query<Row>(TRANSITIONS, [projectId]);
  return rows.map(({ pipelineId, ...row }) => ({
    ...row,
    status: shownStatus({ ...row, pipelineId }, silence),
  }));
}
