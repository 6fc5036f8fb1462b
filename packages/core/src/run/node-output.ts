import {
  type Attribute,
  type ColumnProfile,
  PROFILE_TYPE,
  PROFILE_VERSION,
  type Profile,
  profileSchema,
} from "@heddle/contract";
import type { PoolClient } from "@heddle/db";

interface Place {
  projectId: string;
  runId: string;
  node: string;
  task: string;
}

const ATTRIBUTES = `
  select name, role, type, schema_version as "schemaVersion", value from node_attribute
  where project_id = $1 and run_id = $2 and node = $3 and task = $4 order by role <> 'result', name`;

const COLUMNS = `
  select profile from column_stat
  where project_id = $1 and run_id = $2 and node = $3 and task = $4 and attribute = $5 order by position`;

/** What was recorded about one task: the profile of its result, and the rest. Names are keys. */
export async function readOutput(
  client: PoolClient,
  place: Place,
): Promise<{ profile: Profile | null; attributes: Attribute[] }> {
  const values = [place.projectId, place.runId, place.node, place.task];
  const { rows } = await client.query<Attribute>(ATTRIBUTES, values);
  const attributes = rows.filter((row) => !isProfile(row));
  for (const row of rows) {
    // The row keeps all of a profile but its columns.
    const header = isProfile(row) ? profileSchema.safeParse(row.value) : undefined;
    if (!header?.success) continue;
    const columns = await client.query<{ profile: ColumnProfile }>(COLUMNS, [...values, row.name]);
    return { profile: { ...header.data, columns: columns.rows.map(({ profile }) => profile) }, attributes };
  }
  return { profile: null, attributes };
}

function isProfile({ type, schemaVersion }: Attribute): boolean {
  return type === PROFILE_TYPE && schemaVersion === PROFILE_VERSION;
}
