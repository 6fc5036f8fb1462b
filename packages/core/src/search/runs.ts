import type { PoolClient } from "@heddle/db";
import { RUN_COLUMNS, RUN_TABLES, type RunRow } from "../run/run-row";
import { idRange, type Query } from "./query";

/** How many of the newest runs are looked at for a commit that no code version names. */
const RECENT_RUNS = 5000;

/** A commit may stand in the code version, as of its first run, or in the run alone. */
const BY_COMMIT = `
  (select r.id from code_version v cross join lateral (
     select id from run where project_id = $1 and code_version = v.hash order by id desc limit $2
   ) r where v.project_id = $1 and v.git ->> 'commit' like $3 order by r.id desc limit $2)
  union
  (select id from (select id, git from run where project_id = $1 order by id desc limit ${RECENT_RUNS}) recent
   where git ->> 'commit' like $3 order by id desc limit $2)
  order by id desc limit $2`;

const BY_ID =
  "select id from run where project_id = $1 and id between $3::uuid and $4::uuid order by id desc limit $2";
const BY_NUMBER = "select id from run where project_id = $1 and number = $3 order by id desc limit $2";

const BY_PIPELINE = `
  select r.id from unnest($3::uuid[]) as p (id) cross join lateral (
    select id from run where project_id = $1 and pipeline_id = p.id order by id desc limit $2
  ) r order by r.id desc limit $2`;

const NEWEST = "select id from run where project_id = $1 order by id desc limit $2";

interface Wanted extends Query {
  /** Whose newest runs come after those that were named. */
  pipelineIds: readonly string[];
  /** Whether nothing was asked for, so that the newest runs are the answer. */
  any: boolean;
  limit: number;
}

/** Runs by number, by the beginning of an id, by the beginning of a commit, by pipeline; in that order. */
export async function searchRuns(client: PoolClient, projectId: string, wanted: Wanted): Promise<RunRow[]> {
  const { number, hex, pipelineIds, any, limit } = wanted;
  const range = hex === null ? null : idRange(hex);
  const found = new Set<string>();
  const look = async (text: string, ...values: unknown[]) => {
    if (found.size >= limit) return;
    const { rows } = await client.query<{ id: string }>(text, [projectId, limit, ...values]);
    for (const { id } of rows) found.add(id);
  };
  if (number !== null) await look(BY_NUMBER, number);
  if (range) await look(BY_ID, range.low, range.high);
  if (hex !== null) await look(BY_COMMIT, `${hex}%`);
  if (pipelineIds.length > 0) await look(BY_PIPELINE, pipelineIds);
  if (any) await look(NEWEST);
  return await readRuns(client, projectId, [...found].slice(0, limit));
}

async function readRuns(client: PoolClient, projectId: string, ids: string[]): Promise<RunRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<RunRow>(
    `select ${RUN_COLUMNS} from ${RUN_TABLES} where r.project_id = $1 and r.id = any($2::uuid[])
     order by array_position($2::uuid[], r.id)`,
    [projectId, ids],
  );
  return rows;
}
