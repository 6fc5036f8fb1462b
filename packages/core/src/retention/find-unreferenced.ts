import { type Database, withSystemClient } from "@heddle/db";

/** Candidates of one pass; the next takes the rest. */
const MOST = 2000;
const RUNS_PER_PAGE = 20_000;
const LOWEST_ID = "00000000-0000-0000-0000-000000000000";

interface Page {
  last: string | null;
  versions: string[] | null;
  environments: string[] | null;
}

/**
 * Code versions and environments that no run refers to, among those that no batch named since `before`. Goes
 * through the project's runs a page at a time, and only while there are candidates left.
 */
export async function findUnreferenced(
  db: Database,
  projectId: string,
  before: Date,
  signal: AbortSignal,
): Promise<{ versions: Set<string>; environments: Set<string> }> {
  const candidates = async (table: "code_version" | "environment_snapshot") => {
    const { rows } = await withSystemClient(db, (client) =>
      client.query<{ hash: string }>(
        `select hash from ${table} where project_id = $1 and used_at < $2 order by used_at limit ${MOST}`,
        [projectId, before],
      ),
    );
    return new Set(rows.map(({ hash }) => hash));
  };
  const versions = await candidates("code_version");
  const environments = await candidates("environment_snapshot");
  for (let after: string | null = LOWEST_ID; after && versions.size + environments.size > 0; ) {
    if (signal.aborted) return { versions: new Set(), environments: new Set() };
    const page = await readPage(db, [projectId, after, [...versions], [...environments]]);
    for (const hash of page?.versions ?? []) versions.delete(hash);
    for (const hash of page?.environments ?? []) environments.delete(hash);
    after = page?.last ?? null;
  }
  return { versions, environments };
}

async function readPage(db: Database, values: unknown[]): Promise<Page | undefined> {
  const { rows } = await withSystemClient(db, (client) => client.query<Page>(PAGE, values));
  return rows[0];
}

export const PAGE = `
  with page as materialized (
    select id, code_version, environment_hash from run
    where project_id = $1 and id > $2::uuid order by id limit ${RUNS_PER_PAGE}
  )
  select (select id from page order by id desc limit 1) as last,
    (select array_agg(distinct code_version) from page where code_version = any($3::text[])) as versions,
    (select array_agg(distinct environment_hash) from page where environment_hash = any($4::text[])) as environments`;
