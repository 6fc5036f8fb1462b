import type { Database } from "@heddle/db";
import { withSystemClient } from "@heddle/db";

const TABLES = {
  pipeline: "name, last_number",
  run: `id, (select name from pipeline p where p.id = pipeline_id) as pipeline, number, status, code_version, git,
    environment_hash, config, tags, inputs, trigger, planned_nodes, heartbeat_seconds, started_at, finished_at,
    error, dropped, last_seen_at, nodes_total, nodes_succeeded, nodes_failed, nodes_running, nodes_skipped, failure`,
  node_run: "run_id, node, task, attempt, status, started_at, finished_at, error, fingerprint, earlier",
  node_attribute: "run_id, node, task, name, role, type, schema_version, value, attempt, writer, seq",
  column_stat: `run_id, node, task, attribute, "column", position, kind, data_type, count, missing, "distinct",
    mean, std, min, max, profile, attempt, writer, seq`,
  code_version: "hash, pipeline, config, git, node_count, files",
  node_version: "code_version, node, position, kind, dependencies, path, start_line, end_line",
  environment_snapshot: "hash, value",
  name_text: "key, text",
} as const;

export type StoredRows = Record<keyof typeof TABLES, Record<string, unknown>[]>;

/** All that a project's telemetry has become, in one order, without what differs from one try to the next. */
export async function storedRows(db: Database, projectId: string): Promise<StoredRows> {
  return await withSystemClient(db, async (client) => {
    const tables: [string, unknown[]][] = [];
    for (const [table, columns] of Object.entries(TABLES)) {
      const { rows } = await client.query(
        `select to_jsonb(row) as value from (select ${columns} from ${table} where project_id = $1) as row order by row`,
        [projectId],
      );
      tables.push([table, rows.map((row) => row.value)]);
    }
    return Object.fromEntries(tables) as StoredRows;
  });
}
