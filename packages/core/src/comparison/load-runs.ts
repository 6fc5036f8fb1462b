import type { Attribute, Environment, ErrorReport, JsonValue, RunSummary } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { maskSecrets } from "@heddle/stats";
import type { Context } from "../context";
import { fullNames } from "../run/full-names";
import { readSilence } from "../run/lost";
import { RUN_COLUMNS, RUN_TABLES, type RunRow, summaryOf } from "../run/run-row";
import { readUsual } from "../run/usual";
import { isUuid } from "../run/uuid-text";
import { missingRun } from "./candidates";
import type { CompareRunsInput } from "./compare-inputs";

interface Row extends RunRow {
  environment: Environment | null;
  config: Record<string, JsonValue>;
  inputs: Attribute[];
  error: ErrorReport | null;
  planned: string[];
}

/** One of two runs that are compared. */
export interface ComparedRun extends Pick<Row, "environment" | "config" | "inputs" | "codeVersion"> {
  id: string;
  summary: RunSummary;
  /** Status as it is stored. */
  status: string;
  /** Keys of the nodes that the run was to execute; empty when the client did not say. */
  planned: ReadonlySet<string>;
  error: { type: string; message: string } | null;
}

const RUNS = `
  select ${RUN_COLUMNS}, e.value as environment, r.config, r.inputs, r.error, r.planned_nodes as planned
  from ${RUN_TABLES}
  left join environment_snapshot e on e.project_id = r.project_id and e.hash = r.environment_hash
  where r.project_id = $1 and r.id = any($2::uuid[])`;

/** Both runs; says which of them is not in the project. */
export async function loadRuns(
  client: PoolClient,
  { ctx, input, ingestUpSince }: { ctx: Context; input: CompareRunsInput; ingestUpSince: Date },
): Promise<{ a: ComparedRun; b: ComparedRun }> {
  const { projectId } = ctx.scope;
  const ids = [input.a, input.b].filter(isUuid);
  const { rows } = await client.query<Row>(RUNS, [projectId, ids]);
  const [a, b] = [find(rows, input.a, "a"), find(rows, input.b, "b")];
  const silence = await readSilence(client, { projectId, now: ctx.now(), ingestUpSince });
  const usual = await readUsual(client, projectId, [a.pipelineId, b.pipelineId]);
  const names = [a, b].flatMap(({ pipeline, failure }) => [pipeline, failure?.node ?? null]);
  const fullName = await fullNames(client, projectId, names);
  const view = (row: Row): ComparedRun => {
    const usualMs = usual.get(row.pipelineId ?? "") ?? null;
    const { id, status, codeVersion, environment, config, inputs, error } = row;
    return {
      ...{ id, status, codeVersion, environment, config, inputs },
      planned: new Set(row.planned),
      error: error && { type: error.type, message: maskSecrets(error.message) },
      summary: masked(summaryOf(row, { fullName, silence, usualMs, changed: null })),
    };
  };
  return { a: view(a), b: view(b) };
}

function find(rows: Row[], id: string, side: "a" | "b"): Row {
  const row = rows.find((one) => one.id === id.toLowerCase());
  if (row) return row;
  throw missingRun(side);
}

/** Error messages and commits are texts of the user's, and may hold what is nobody's business. */
function masked(run: RunSummary): RunSummary {
  const { failure, git } = run;
  return {
    ...run,
    failure: failure && { ...failure, message: maskSecrets(failure.message) },
    git: git && {
      ...git,
      message: git.message && maskSecrets(git.message),
      remote: git.remote && maskSecrets(git.remote),
    },
  };
}
