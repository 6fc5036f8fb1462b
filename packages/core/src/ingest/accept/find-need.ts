import type { TelemetryAnswer, TelemetryEvent } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";

/** Versions that are named but unknown, and sources of versions that are known or come with this batch. */
export async function findNeed(
  client: PoolClient,
  projectId: string,
  events: TelemetryEvent[],
): Promise<TelemetryAnswer["need"]> {
  const { named, defined, files } = versionsOf(events);
  if (named.size + defined.size === 0) return { codeVersions: [], blobs: [] };
  const unknown = [...named].filter((hash) => !defined.has(hash));
  const { rows } = await client.query<{ kind: "version" | "blob"; hash: string }>(NEED, [
    projectId,
    unknown,
    [...files],
  ]);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.hash);
  return { codeVersions: of("version"), blobs: of("blob") };
}

const NEED = `
  with named as (select unnest($2::text[]) as hash),
    wanted as (
      select unnest($3::text[]) as hash
      union
      select file ->> 'sha256' from code_version v, jsonb_array_elements(v.files) file
      where v.project_id = $1 and v.hash in (select hash from named) and v.hashed_at is null
    )
  select 'version' as kind, hash from named n
  where not exists (select from code_version v where v.project_id = $1 and v.hash = n.hash)
  union all
  select 'blob', hash from wanted w
  where not exists (select from code_blob b where b.project_id = $1 and b.sha256 = w.hash)
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
