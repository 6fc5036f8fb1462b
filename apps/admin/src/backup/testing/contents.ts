import { withAdmin } from "@heddle/db/testing";
import { KEPT } from "../tables";

const SETTINGS = "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET extra_float_digits = 1";

/** All rows of each table as text, in one order. */
export async function contents(url: string): Promise<Record<string, string[]>> {
  return await withAdmin(url, async (owner) => {
    await owner.query(SETTINGS);
    const found: Record<string, string[]> = {};
    for (const table of KEPT) {
      const { rows } = await owner.query<{ row: string }>(
        `SELECT whole::text AS row FROM public."${table}" whole ORDER BY whole::text COLLATE "C"`,
      );
      found[table] = rows.map(({ row }) => row);
    }
    return found;
  });
}

/** What holds the rows: constraints, indexes, policies, rights, and where the partitions end. */
export async function structure(url: string): Promise<Record<string, unknown[]>> {
  const queries = {
    // PostgreSQL 18 counts NOT NULL among them.
    constraints: `SELECT conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS text FROM pg_constraint
      WHERE connamespace IN ('public'::regnamespace, 'partition'::regnamespace) AND contype IN ('p', 'u', 'f', 'c')
      ORDER BY 1, 2`,
    indexes: "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexdef",
    policies: "SELECT * FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename, policyname",
    secured: `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity ORDER BY 1`,
    rights: `SELECT grantee, table_name, privilege_type FROM information_schema.role_table_grants
      WHERE grantee LIKE 'heddle\\_%' ORDER BY 1, 2, 3`,
    partitions: `SELECT relname, pg_get_expr(relpartbound, oid) AS bounds FROM pg_class
      WHERE relispartition AND relkind = 'r' ORDER BY relname`,
    rowsInPartitions: `SELECT tableoid::regclass::text AS part, count(*) FROM node_run GROUP BY 1 ORDER BY 1`,
  };
  return await withAdmin(url, async (owner) => {
    const found: Record<string, unknown[]> = {};
    for (const [name, query] of Object.entries(queries)) found[name] = (await owner.query(query)).rows;
    return found;
  });
}
