import pg from "pg";

interface ColumnInfo {
  name: string;
  type: string;
  label: string | null;
}

/** What a column of a type holds in the row of a tenant; each uuid is the tenant's own. */
function sample({ type, label }: ColumnInfo, tenant: string): string | number {
  if (label !== null) return label;
  if (type === "uuid" || type === "text") return tenant;
  if (type === "bytea") return `\\x${tenant.replaceAll("-", "")}`;
  if (type === "bigint") return Number.parseInt(tenant.slice(0, 8), 16);
  if (type === "jsonb") return "{}";
  if (type === "ARRAY") return "{}";
  if (type === "boolean") return "true";
  if (type.startsWith("timestamp")) return "2026-11-01T00:00:00Z";
  return 1;
}

/**
 * An INSERT of a row that belongs to a tenant, for any table: every uuid is the tenant's, so that the
 * rows of one tenant in all tables refer to each other.
 */
export async function sampleInsert(
  owner: pg.ClientBase,
  table: string,
  tenant: string,
): Promise<{ text: string; values: (string | number)[] }> {
  const { rows } = await owner.query<ColumnInfo>(
    `SELECT column_name AS name, data_type AS type,
       (SELECT min(e.enumlabel::text) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = udt_name) AS label
     FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1
       AND (is_nullable = 'NO' AND column_default IS NULL OR column_name IN ('project_id', 'organization_id'))`,
    [table],
  );
  const names = rows.map((row) => pg.escapeIdentifier(row.name)).join(", ");
  const places = rows.map((_, i) => `$${i + 1}`).join(", ");
  return {
    text: `INSERT INTO ${pg.escapeIdentifier(table)} (${names}) VALUES (${places})`,
    values: rows.map((row) => sample(row, tenant)),
  };
}
