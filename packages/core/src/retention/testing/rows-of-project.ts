import { type Database, withSystemClient } from "@heddle/db";

/** How many rows of a project each table with a `project_id` holds; tables without any are left out. */
export async function rowsOfProject(db: Database, projectId: string): Promise<Record<string, number>> {
  return await withSystemClient(db, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'project_id' order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from "${name}" where project_id = $1`,
        [projectId],
      );
      if (rows[0]?.count) counts[name] = rows[0].count;
    }
    return counts;
  });
}
