import { createUuidV7 } from "@heddle/contract";
import { type PoolClient, upsertRows } from "@heddle/db";
import { invariant } from "../../error/invariant";

/** A run that belongs to a pipeline (by the key of its name) and perhaps has its number there already. */
interface Member {
  runId: string;
  pipeline: string;
  current: { pipelineId: string; number: number } | null;
}

export interface Membership {
  pipelineId: string;
  number: number;
}

/** Gives each run its pipeline's id and its number within it, in the order of ids; numbers that it has stay. */
export async function numberRuns(
  client: PoolClient,
  projectId: string,
  members: Member[],
): Promise<Map<string, Membership>> {
  const pipelines = await pipelineIds(client, projectId, new Set(members.map((member) => member.pipeline)));
  const result = new Map<string, Membership>();
  const unnumbered = new Map<string, string[]>();
  for (const { runId, pipeline, current } of members) {
    const pipelineId = pipelines.get(pipeline);
    invariant(pipelineId, "a pipeline has an id");
    if (current?.pipelineId === pipelineId) result.set(runId, current);
    else unnumbered.set(pipelineId, [...(unnumbered.get(pipelineId) ?? []), runId]);
  }
  for (const [pipelineId, runIds] of [...unnumbered].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = await takeNumbers(client, projectId, pipelineId, runIds.length);
    for (const [index, runId] of runIds.sort().entries()) {
      result.set(runId, { pipelineId, number: last - runIds.length + 1 + index });
    }
  }
  return result;
}

async function pipelineIds(
  client: PoolClient,
  projectId: string,
  keys: Set<string>,
): Promise<Map<string, string>> {
  const known = await readPipelines(client, projectId, keys);
  if (known.size === keys.size) return known;
  const missing = [...keys].filter((key) => !known.has(key)).sort();
  await upsertRows(client, {
    table: "pipeline",
    columns: [
      { name: "project_id", type: "uuid" },
      { name: "id", type: "uuid" },
      { name: "name", type: "text" },
    ],
    key: ["project_id", "name"],
    rows: missing.map((name) => ({ project_id: projectId, id: createUuidV7(), name })),
    onConflict: "ignore",
  });
  return await readPipelines(client, projectId, keys);
}

async function readPipelines(
  client: PoolClient,
  projectId: string,
  keys: Set<string>,
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; name: string }>(
    "select id, name from pipeline where project_id = $1 and name = any($2::text[])",
    [projectId, [...keys]],
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}

async function takeNumbers(
  client: PoolClient,
  projectId: string,
  id: string,
  count: number,
): Promise<number> {
  const { rows } = await client.query<{ last_number: number }>(
    `update pipeline set last_number = last_number + $3 where project_id = $1 and id = $2 returning last_number`,
    [projectId, id, count],
  );
  invariant(rows[0], "a pipeline stays while it is used");
  return rows[0].last_number;
}
