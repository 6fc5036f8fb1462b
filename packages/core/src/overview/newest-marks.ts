import type { RunMarks } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { readRunMarks } from "../comparison/run-marks";

interface Subject {
  id: string;
  pipelineId: string | null;
  codeVersion: string | null;
  environmentHash: string | null;
}

const SUBJECTS = `
  select id, pipeline_id as "pipelineId", code_version as "codeVersion", environment_hash as "environmentHash"
  from run where project_id = $1 and id = any($2::uuid[])`;

/** What these runs changed against the run before them, by id. */
export async function readMarksOf(
  client: PoolClient,
  projectId: string,
  runIds: readonly string[],
): Promise<Map<string, RunMarks | null>> {
  if (runIds.length === 0) return new Map();
  const { rows } = await client.query<Subject>(SUBJECTS, [projectId, runIds]);
  return readRunMarks(client, projectId, rows);
}
