import type { ColumnProfile } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { ONE_BY_ONE } from "../prefer-keys";
import type { NameBook } from "./name-book";
import type { Place } from "./store-folded";
import type { AttributeKey, KeyedAttribute } from "./write-attributes";
import { writeRows } from "./write-rows";

type ColumnStatRow = ReturnType<typeof columnStatRow>;

/** The rows that a profile expands to; of columns with the same name the first counts. */
export function columnStatRows(
  projectId: string,
  attribute: KeyedAttribute,
  names: NameBook,
): ColumnStatRow[] {
  const rows = new Map<string, ColumnStatRow>();
  for (const [position, column] of (attribute.profile?.columns ?? []).entries()) {
    const key = names.key(column.name);
    if (!rows.has(key)) rows.set(key, columnStatRow(projectId, attribute, key, position, column));
  }
  return [...rows.values()];
}

function columnStatRow(
  projectId: string,
  { run_id, node, task, name, origin }: KeyedAttribute,
  key: string,
  position: number,
  profile: ColumnProfile,
) {
  return {
    project_id: projectId,
    run_id,
    node,
    task,
    attribute: name,
    column: key,
    position,
    kind: profile.kind,
    data_type: profile.dataType,
    count: profile.count,
    missing: profile.missing,
    distinct: profile.distinct.count,
    mean: profile.numeric?.mean ?? null,
    std: profile.numeric?.std ?? null,
    min: profile.numeric?.min ?? null,
    max: profile.numeric?.max ?? null,
    profile,
    ...origin,
  };
}

/** Puts the rows in place of whatever the replaced attributes had; the others had none. */
export async function writeColumnStats(
  { client, projectId, way }: Place,
  replaced: AttributeKey[],
  rows: ColumnStatRow[],
): Promise<void> {
  if (replaced.length > 0) await deleteColumnStats(client, projectId, replaced);
  await writeRows(client, way, { table: "column_stat", columns: COLUMNS, key: KEY, rows }, () => false);
}

async function deleteColumnStats(
  client: PoolClient,
  projectId: string,
  attributes: AttributeKey[],
): Promise<void> {
  const values = (["run_id", "node", "task", "name"] as const).map((column) =>
    attributes.map((one) => one[column]),
  );
  await client.query(
    `delete from column_stat c
     using unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as gone (run_id, node, task, name)
     cross join lateral (
       select s.tableoid, s.ctid from column_stat s
       where s.project_id = $1 and s.run_id = gone.run_id and s.node = gone.node
         and s.task = gone.task and s.attribute = gone.name
       ${ONE_BY_ONE}) stored
     where c.tableoid = stored.tableoid and c.ctid = stored.ctid`,
    [projectId, ...values],
  );
}

const KEY = ["project_id", "run_id", "node", "task", "attribute", "column"];

const COLUMNS = [
  { name: "project_id", type: "uuid" },
  { name: "run_id", type: "uuid" },
  { name: "node", type: "text" },
  { name: "task", type: "text" },
  { name: "attribute", type: "text" },
  { name: "column", type: "text" },
  { name: "position", type: "integer" },
  { name: "kind", type: "text" },
  { name: "data_type", type: "text" },
  { name: "count", type: "bigint" },
  { name: "missing", type: "bigint" },
  { name: "distinct", type: "bigint" },
  { name: "mean", type: "double precision" },
  { name: "std", type: "double precision" },
  { name: "min", type: "double precision" },
  { name: "max", type: "double precision" },
  { name: "profile", type: "jsonb not null" },
  { name: "attempt", type: "integer" },
  { name: "writer", type: "uuid" },
  { name: "seq", type: "bigint" },
] as const;
