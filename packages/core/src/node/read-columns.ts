import {
  type ColumnKind,
  type Histogram,
  PROFILE_TYPE,
  PROFILE_VERSION,
  type TopValue,
} from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import type { Spread } from "./distribution";
import { type FiguresRow, storedQuantile } from "./figures";

interface Place {
  projectId: string;
  node: string;
  task: string;
}

/** More columns than a profile holds. */
const MOST_COLUMNS = 2000;

const NEWEST = `
  select wanted.id as "runId", a.name as attribute
  from unnest($2::uuid[]) as wanted (id)
  cross join lateral (
    select name from node_attribute
    where project_id = $1 and run_id = wanted.id and node = $3 and task = $4
      and type = '${PROFILE_TYPE}' and schema_version = ${PROFILE_VERSION}
    order by role <> 'result', name limit 1
  ) as a
  order by wanted.id desc limit 1`;

/** Where the newest of the runs that recorded a profile of the node has it; null when none did. */
export async function readNewestProfile(
  client: PoolClient,
  { projectId, node, task }: Place,
  runIds: string[],
): Promise<{ runId: string; attribute: string } | null> {
  const { rows } = await client.query<{ runId: string; attribute: string }>(NEWEST, [
    projectId,
    runIds,
    node,
    task,
  ]);
  return rows[0] ?? null;
}

/** A column of a profile; its name is a key. */
export interface ColumnRow {
  name: string;
  kind: ColumnKind;
  dataType: string;
}

/** The columns of a stored profile, in its order. */
export async function readColumns(
  client: PoolClient,
  { projectId, node, task }: Place,
  { runId, attribute }: { runId: string; attribute: string },
): Promise<ColumnRow[]> {
  const { rows } = await client.query<ColumnRow>(
    `select "column" as name, kind, data_type as "dataType" from column_stat
     where project_id = $1 and run_id = $2 and node = $3 and task = $4 and attribute = $5
     order by position limit ${MOST_COLUMNS}`,
    [projectId, runId, node, task, attribute],
  );
  return rows;
}

/** What one run recorded of a column. */
interface ColumnRunRow extends FiguresRow {
  runId: string;
  kind: ColumnKind;
  histogram: Histogram | null;
  top: TopValue[] | null;
}

// The limits keep the planner to one look-up by key for each run.
const FIGURES = `
  select wanted.id as "runId", c.*, a.rows
  from unnest($2::uuid[]) as wanted (id)
  cross join lateral (
    select kind, count::float8, missing::float8, "distinct"::float8, mean, std, min, max,
      (profile -> 'numeric' ->> 'zeros')::float8 as zeros,
      profile -> 'numeric' -> 'quantiles' -> 'p' as p,
      profile -> 'numeric' -> 'quantiles' -> 'values' as quantiles,
      coalesce(nullif(profile -> 'numeric' -> 'histogram', 'null'),
        nullif(profile -> 'time' -> 'histogram', 'null')) as histogram,
      profile -> 'top' as top
    from column_stat
    where project_id = $1 and run_id = wanted.id and node = $3 and task = $4 and attribute = $5
      and "column" = $6 limit 1
  ) as c
  left join lateral (
    select case when jsonb_typeof(value -> 'rows') = 'number' then (value ->> 'rows')::float8 end as rows
    from node_attribute
    where project_id = $1 and run_id = wanted.id and node = $3 and task = $4 and name = $5 limit 1
  ) as a on true`;

/** What the runs recorded of one column, by run: only the parts of the profiles that a history shows. */
export async function readColumnHistory(
  client: PoolClient,
  { projectId, node, task }: Place,
  runIds: string[],
  { attribute, column }: { attribute: string; column: string },
): Promise<Map<string, ColumnRunRow>> {
  const { rows } = await client.query<ColumnRunRow>(FIGURES, [
    projectId,
    runIds,
    node,
    task,
    attribute,
    column,
  ]);
  return new Map(rows.map((row) => [row.runId, row]));
}

/** What a row tells of the column's distribution. */
export function spreadOf(row: ColumnRunRow): Spread {
  return {
    histogram: row.histogram,
    low: row.histogram && row.mean !== null ? storedQuantile(row, 0.01) : null,
    high: row.histogram && row.mean !== null ? storedQuantile(row, 0.99) : null,
    top: row.top,
    present: row.count - row.missing,
  };
}
