import { type Database, type PoolClient, withSystemClient } from "@heddle/db";

/** Rows of one transaction that hold whole files. */
const BLOBS_AT_ONCE = 100;
const ENVIRONMENTS_AT_ONCE = 100;
const NAMES_AT_ONCE = 1000;
/** Names up to this many bytes stand in the tables themselves. */
const LONGEST_NAME = 500;

// Each statement asks for `used_at` again: a batch that names a row meanwhile holds it, and is waited for.

/** One version with its nodes. */
export async function removeVersion(
  client: PoolClient,
  projectId: string,
  hash: string,
  before: Date,
): Promise<number> {
  const { rowCount } = await client.query(
    "delete from code_version where project_id = $1 and hash = $2 and used_at < $3",
    [projectId, hash, before],
  );
  if (rowCount !== 1) return 0;
  await client.query("delete from node_version where project_id = $1 and code_version = $2", [
    projectId,
    hash,
  ]);
  return 1;
}

export async function removeEnvironments(
  db: Database,
  projectId: string,
  hashes: Set<string>,
  before: Date,
): Promise<number> {
  const all = [...hashes].sort();
  let removed = 0;
  for (let from = 0; from < all.length; from += ENVIRONMENTS_AT_ONCE) {
    const values = [projectId, all.slice(from, from + ENVIRONMENTS_AT_ONCE), before];
    const { rowCount } = await withSystemClient(db, (client) =>
      client.query(
        "delete from environment_snapshot where project_id = $1 and hash = any($2::text[]) and used_at < $3",
        values,
      ),
    );
    removed += rowCount ?? 0;
  }
  return removed;
}

/** Some sources that are in no version any more. */
export async function removeBlobs(client: PoolClient, projectId: string, before: Date): Promise<number> {
  const { rowCount } = await client.query(
    `delete from code_blob where project_id = $1 and used_at < $2 and sha256 in (
       select b.sha256 from code_blob b
       where b.project_id = $1 and b.used_at < $2 and not exists (
         select from code_version v, jsonb_array_elements(v.files) file
         where v.project_id = $1 and file ->> 'sha256' = b.sha256)
       limit ${BLOBS_AT_ONCE})`,
    [projectId, before],
  );
  return rowCount ?? 0;
}

/**
 * Some texts of long names that were last used before the oldest run that is kept, and that no version and no
 * pipeline has. What a run has is not looked up: each of its names was noted when it was stored.
 */
export async function removeNames(client: PoolClient, projectId: string, before: Date): Promise<number> {
  const { rowCount } = await client.query(
    `delete from name_text where project_id = $1 and used_at < $2 and key in (
       select t.key from name_text t
       where t.project_id = $1 and t.used_at < $2
         and t.used_at < coalesce((
           select r.started_at - interval '1 day' from run r where r.project_id = $1 order by r.id limit 1), $2)
         and t.key not in (
           select v.node from node_version v where v.project_id = $1 and octet_length(v.node) > ${LONGEST_NAME}
           union select d from node_version v, unnest(v.dependencies) d
             where v.project_id = $1 and octet_length(d) > ${LONGEST_NAME}
           union select v.pipeline from code_version v where v.project_id = $1
           union select p.name from pipeline p where p.project_id = $1)
       limit ${NAMES_AT_ONCE})`,
    [projectId, before],
  );
  return rowCount ?? 0;
}
