import { nameKey, type PoolClient } from "@heddle/db";

/** A pipeline that many runs without code belong to is not searched further back than this. */
const MOST_RUNS = 1000;

const LAST_RUN = `
  select p.name as pipeline from (
    select pipeline_id, code_version from run where project_id = $1 order by id desc limit ${MOST_RUNS}
  ) as last join pipeline p on p.project_id = $1 and p.id = last.pipeline_id
  where last.code_version is not null limit 1`;

const NEWEST = "select pipeline from code_version where project_id = $1 order by created_at desc limit 1";
const OF_VERSION = "select pipeline from code_version where project_id = $1 and hash = $2";

/** Key of the pipeline whose versions are meant; null when the project has none. */
export async function findPipeline(
  client: PoolClient,
  projectId: string,
  { pipeline, version }: { pipeline?: string | undefined; version?: string | undefined },
): Promise<string | null> {
  if (pipeline !== undefined) return nameKey(pipeline).key;
  const first = async (text: string, ...values: string[]) =>
    (await client.query<{ pipeline: string }>(text, [projectId, ...values])).rows[0]?.pipeline ?? null;
  const named = version === undefined ? null : await first(OF_VERSION, version);
  return named ?? (await first(LAST_RUN)) ?? (await first(NEWEST));
}
