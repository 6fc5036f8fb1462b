import { type PoolClient, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "../run/cursor";
import { fullNames } from "../run/full-names";
import { type ChangeCounts, readChanges } from "./changes";
import { findPipeline } from "./find-pipeline";
import { gitOf, type VersionGit } from "./git-of";
import type { ListVersionsInput } from "./inputs";
import { type OrderedVersion, readVersions } from "./order";
import { readVersionRuns, type VersionRuns } from "./runs-of";

export interface VersionSummary {
  hash: string;
  git: VersionGit | null;
  /** ISO: start of its first run, or its arrival when no run of it is there. */
  usedAt: string;
  nodeCount: number;
  /** The version that the pipeline first used before this one; null for the first. */
  previous: string | null;
  /** Against the previous one; null without one, or while one of them has no hashes. */
  changes: ChangeCounts | null;
  /** Whether the configuration that selects implementations is another. */
  configChanged: boolean;
  /** No node's code hash or configuration differs from the previous version's: only other lines do. */
  cosmetic: boolean;
  runs: VersionRuns;
}

interface VersionPage {
  /** Null when the project has no pipeline with code. */
  pipeline: string | null;
  versions: VersionSummary[];
  total: number;
  nextCursor: string | null;
}

interface VersionRow {
  hash: string;
  git: unknown;
  nodeCount: number;
}

const ROWS = `
  select hash, git, node_count as "nodeCount" from code_version where project_id = $1 and hash = any($2::text[])`;

/** Code versions of one pipeline, by first use, newest first. */
export async function listVersions(args: { ctx: Context; input: ListVersionsInput }): Promise<VersionPage> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const pipeline = await findPipeline(client, projectId, input);
    if (pipeline === null) return { pipeline: null, versions: [], total: 0, nextCursor: null };
    const after = placeOf(input.cursor);
    const found = await readVersions(client, projectId, { pipeline, after, limit: input.limit + 1 });
    const page = found.slice(0, input.limit);
    const last = page.at(-1);
    const more = found.length > input.limit;
    const fullName = await fullNames(client, projectId, [pipeline]);
    return {
      pipeline: fullName(pipeline),
      versions: await describe(client, projectId, page),
      total: found[0]?.total ?? 0,
      nextCursor: more && last ? encodeCursor([last.usedAt.toISOString(), last.hash]) : null,
    };
  });
}

/** What is shown of some versions, in their order. */
export async function describe(
  client: PoolClient,
  projectId: string,
  page: readonly OrderedVersion[],
): Promise<VersionSummary[]> {
  if (page.length === 0) return [];
  const hashes = page.map(({ hash }) => hash);
  const { rows } = await client.query<VersionRow>(ROWS, [projectId, hashes]);
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  const runs = await readVersionRuns(client, projectId, hashes);
  const pairs = page.flatMap(({ hash, previous }) => (previous === null ? [] : { hash, previous }));
  const changes = pairs.length > 0 ? await readChanges(client, projectId, pairs) : new Map();
  return page.flatMap(({ hash, previous, usedAt }) => {
    const [row, ran] = [byHash.get(hash), runs.get(hash)];
    if (!row || !ran) return [];
    const nodes: ChangeCounts | null = changes.get(hash)?.nodes ?? null;
    const configChanged: boolean = changes.get(hash)?.config ?? false;
    const untouched = nodes !== null && Object.values(nodes).every((count) => count === 0);
    return {
      ...{ hash, previous, usedAt: usedAt.toISOString(), nodeCount: row.nodeCount, git: gitOf(row.git) },
      ...{ changes: nodes, configChanged, cosmetic: untouched && !configChanged, runs: ran },
    };
  });
}

function placeOf(cursor: string | null | undefined): [usedAt: string, hash: string] | null {
  if (!cursor) return null;
  const [usedAt = "", hash = ""] = decodeCursor(
    cursor,
    (place) => place.length === 2 && isMoment(place[0] ?? ""),
  );
  return [usedAt, hash];
}

/** Written as a date writes itself, so that PostgreSQL takes it too: it has no 31 February and no year 0. */
function isMoment(text: string): boolean {
  const date = new Date(text);
  return /^(?!0000)\d{4}-/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString() === text;
}
