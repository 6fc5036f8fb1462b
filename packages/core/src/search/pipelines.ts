import type { PoolClient } from "@heddle/db";
import { containing } from "../catalog/like";
import { rankOfAll } from "./rank";

interface PipelineRow {
  id: string;
  name: string;
  runs: number;
  runId: string | null;
  status: string;
  startedAt: Date;
  heartbeatSeconds: number | null;
  lastSeenAt: Date;
}

/** Pipelines that have all the words in their names, those that fit best first, with their newest run. */
export async function searchPipelines(
  client: PoolClient,
  projectId: string,
  words: readonly string[],
  limit: number,
): Promise<PipelineRow[]> {
  if (words.length === 0) return [];
  const values: unknown[] = [projectId, limit, words.map(containing)];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { rows } = await client.query<PipelineRow>(
    `select p.id, p.name, p.runs, r.id as "runId", r.status, r.started_at as "startedAt",
       r.heartbeat_seconds as "heartbeatSeconds", r.last_seen_at as "lastSeenAt"
     from (
       select id, name, last_number as runs, ${rankOfAll("name", words, add)} as rank from pipeline
       where project_id = $1 and name ilike all($3::text[]) order by rank, length(name), name limit $2
     ) p
     left join lateral (
       select * from run r where r.project_id = $1 and r.pipeline_id = p.id order by r.id desc limit 1
     ) r on true
     order by p.rank, length(p.name), p.name`,
    values,
  );
  return rows;
}
