import type { ColumnProfile } from "@heddle/contract";
import { type PoolClient, upsertRows } from "@heddle/db";
import type { NameBook } from "./name-book";
import type { AttributeKey, KeyedAttribute } from "./write-attributes";

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

/** Puts the rows in place of whatever the replaced attributes had. */
export async function writeColumnStats(
  client: PoolClient,
  projectId: string,
  replaced: AttributeKey[],
  rows: ColumnStatRow[],
): Promise<void> {
  if (replaced.length > 0) {
    const values = (["run_id", "node", "task", "name"] as const).map((column) =>
      replaced.map((one) => one[column]),
    );
    await client.query(
      `delete from column_stat c
       using unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as gone (run_id, node, task, name)
       where c.project_id = $1 and c.run_id = gone.run_id and c.node = gone.node
         and c.task = gone.task and c.attribute = gone.name`,
      [projectId, ...values],
    );
  }
  const key = ["project_id", "run_id", "node", "task", "attribute", "column"];
  await upsertRows(client, { table: "column_stat", columns: COLUMNS, key, rows, onConflict: "replace" });
}

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
