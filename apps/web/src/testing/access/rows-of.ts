import type { Scope } from "@heddle/db";
import pg from "pg";

/** What changes without anybody having changed the tenant's things. */
const CLOCKS = ["last_used_at", "served_at", "last_seen_at"];

export type Row = Record<string, unknown>;

interface Table {
  name: string;
  columns: string[];
}

/** Every row that belongs to an organisation or one of its projects, by table, as the owner of the tables sees it. */
export async function rowsOf(url: string, { organizationId }: Scope): Promise<Record<string, Row[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<Table>(
      `SELECT table_name AS name, array_agg(column_name::text) AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' GROUP BY 1 ORDER BY 1`,
    );
    const found: Record<string, Row[]> = {};
    for (const table of tables) {
      const where = belongs(table);
      if (!where) continue;
      const { rows } = await client.query<{ row: Row }>(
        `SELECT to_jsonb(t) - $2::text[] AS row FROM ${pg.escapeIdentifier(table.name)} t WHERE ${where} ORDER BY 1`,
        [organizationId, CLOCKS],
      );
      found[table.name] = rows.map(({ row }) => row);
    }
    return found;
  } finally {
    await client.end();
  }
}

const PROJECTS = "SELECT id FROM project WHERE organization_id = $1";

function belongs({ name, columns }: Table): string | null {
  if (name === "organization") return "id = $1";
  if (name === "user")
    return `id IN (SELECT user_id FROM membership WHERE organization_id = $1
      UNION SELECT user_id FROM project_grant WHERE project_id IN (${PROJECTS}))`;
  if (columns.includes("organization_id")) return "organization_id = $1";
  return columns.includes("project_id") ? `project_id IN (${PROJECTS})` : null;
}

/** Columns with text in them in which no row says `mark`. */
export function unmarked(tables: Record<string, Row[]>, mark: string): string[] {
  return Object.entries(tables).flatMap(([table, rows]) => {
    const columns = new Set(rows.flatMap((row) => Object.keys(row)));
    return [...columns]
      .filter((column) => rows.some((row) => holdsText(row[column])))
      .filter((column) => !rows.some((row) => JSON.stringify(row[column])?.includes(mark)))
      .map((column) => `${table}.${column}`);
  });
}

const NO_WORDS =
  /^(?:\\x[0-9a-f]*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT.*|)$/;

function holdsText(value: unknown): boolean {
  if (typeof value === "string") return !NO_WORDS.test(value);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsText);
}
