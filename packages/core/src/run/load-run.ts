import type { PoolClient } from "@heddle/db";
import { DomainError } from "../error/domain-error";
import { isUuid } from "./uuid-text";

/** Reads one run of the project or says that there is none: the only way to a run by its id. */
export async function loadRun<Row extends object>(
  client: PoolClient,
  projectId: string,
  runId: string,
  query: { columns: string; tables: string },
): Promise<Row> {
  const row = isUuid(runId) ? await read<Row>(client, projectId, runId, query) : undefined;
  if (row) return row;
  throw noSuchRun();
}

/** The answer about a run that does not exist, or exists in another project. */
export function noSuchRun(): DomainError {
  return new DomainError("not_found", "There is no such run in this project.", {
    path: "/runId",
    fix: "Check the id. A run that was just started appears once its first batch is stored.",
  });
}

export interface PlannedRun {
  id: string;
  status: string;
  codeVersion: string | null;
  /** Keys of the nodes that the run was to execute; empty when the client did not say. */
  planned: ReadonlySet<string>;
}

/** What one needs of a run to judge its nodes. */
export async function loadPlan(client: PoolClient, projectId: string, runId: string): Promise<PlannedRun> {
  const run = await loadRun<Omit<PlannedRun, "planned"> & { planned: string[] }>(client, projectId, runId, {
    columns: `r.id, r.status, r.code_version as "codeVersion", r.planned_nodes as planned`,
    tables: "run r",
  });
  return { ...run, planned: new Set(run.planned) };
}

async function read<Row extends object>(
  client: PoolClient,
  projectId: string,
  runId: string,
  { columns, tables }: { columns: string; tables: string },
): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(
    `select ${columns} from ${tables} where r.project_id = $1 and r.id = $2`,
    [projectId, runId],
  );
  return rows[0];
}
