import type { TelemetryAnswer } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import type { NamedVersions } from "../batch/read-arrival";
import { NOTED_EVERY, noteUse } from "../note-use";
import { preferKeys } from "../prefer-keys";

type Need = TelemetryAnswer["need"];

const NOTHING: Need = { codeVersions: [], blobs: [] };

/**
 * For each batch: versions that are named but unknown, and sources of versions that are known or come with it.
 * Uses are noted for all of them at once and in one order, so that groups of two processes do not lock each other
 * out.
 */
export async function findNeeds(
  client: PoolClient,
  projectId: string,
  batches: NamedVersions[],
): Promise<Need[]> {
  const different = new Map<string, NamedVersions>();
  for (const versions of batches) {
    if (versions.named.length + versions.defined.length > 0) different.set(nameOf(versions), versions);
  }
  if (different.size > 0) await preferKeys(client);
  const found = await readAll(client, projectId, different);
  const stale = (kind: "staleVersions" | "staleBlobs") => [
    ...new Set([...found.values()].flatMap((need) => need[kind])),
  ];
  const [versions, blobs] = [stale("staleVersions"), stale("staleBlobs")];
  await noteUse(client, projectId, "code_version", versions);
  await noteUse(client, projectId, "code_blob", blobs);
  const sure = versions.length + blobs.length > 0 ? await readAll(client, projectId, different) : found;
  return batches.map((each) => {
    const need = sure.get(nameOf(each));
    return need ? { codeVersions: need.versions, blobs: need.blobs } : NOTHING;
  });
}

function nameOf({ named, defined, files }: NamedVersions): string {
  return JSON.stringify([named, defined, files]);
}

async function readAll(client: PoolClient, projectId: string, different: Map<string, NamedVersions>) {
  const needs = new Map<string, Awaited<ReturnType<typeof readNeed>>>();
  for (const [name, { named, defined, files }] of different) {
    needs.set(name, await readNeed(client, [projectId, named, defined, files]));
  }
  return needs;
}

async function readNeed(client: PoolClient, values: unknown[]) {
  const { rows } = await client.query<{ kind: string; hash: string }>(NEED, values);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.hash);
  return {
    ...{ versions: of("version"), blobs: of("blob") },
    ...{ staleVersions: of("stale version"), staleBlobs: of("stale blob") },
  };
}

const NEED = `
  with named as (select unnest($2::text[]) as hash),
    defined as (select unnest($3::text[]) as hash),
    wanted as (
      select unnest($4::text[]) as hash
      union
      select file ->> 'sha256' from code_version v, jsonb_array_elements(v.files) file
      where v.project_id = $1 and v.hashed_at is null
        and v.hash in (select hash from named except select hash from defined)
    )
  select 'version' as kind, hash from named n
  where not exists (select from defined d where d.hash = n.hash)
    and not exists (select from code_version v where v.project_id = $1 and v.hash = n.hash)
  union all
  select 'blob', hash from wanted w
  where not exists (select from code_blob b where b.project_id = $1 and b.sha256 = w.hash)
  union all
  select 'stale version', v.hash from code_version v
  where v.project_id = $1 and v.hash = any($2::text[] || $3::text[]) and v.used_at < now() - ${NOTED_EVERY}
  union all
  select 'stale blob', b.sha256 from code_blob b
  where b.project_id = $1 and b.sha256 in (select hash from wanted) and b.used_at < now() - ${NOTED_EVERY}
  order by kind, hash`;
