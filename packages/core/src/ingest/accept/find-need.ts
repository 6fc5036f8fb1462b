import type { TelemetryAnswer, TelemetryEvent } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { NOTED_EVERY, noteUse } from "../note-use";

/** Versions that are named but unknown, and sources of versions that are known or come with this batch. */
export async function findNeed(
  client: PoolClient,
  projectId: string,
  events: TelemetryEvent[],
): Promise<TelemetryAnswer["need"]> {
  const { named, defined, files } = versionsOf(events);
  if (named.size + defined.size === 0) return { codeVersions: [], blobs: [] };
  const values = [projectId, [...named], [...defined], [...files]];
  let found = await readNeed(client, values);
  if (found.staleVersions.length + found.staleBlobs.length > 0) {
    await noteUse(client, projectId, "code_version", found.staleVersions);
    await noteUse(client, projectId, "code_blob", found.staleBlobs);
    found = await readNeed(client, values);
  }
  return { codeVersions: found.versions, blobs: found.blobs };
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

function versionsOf(events: TelemetryEvent[]) {
  const named = new Set<string>();
  const defined = new Set<string>();
  const files = new Set<string>();
  for (const event of events) {
    if (event.type === "code.version") {
      defined.add(event.hash);
      for (const file of event.manifest.files) files.add(file.sha256);
    } else if ("codeVersion" in event && event.codeVersion !== undefined) {
      named.add(event.codeVersion);
    }
  }
  return { named, defined, files };
}
