import type { NodeDetail } from "@heddle/contract";
import { nameKey, type PoolClient, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { readDefinition, readSource } from "../run/node-definition";
import { findPipeline } from "./find-pipeline";
import type { NodePlaceInput } from "./inputs";
import { type NodeVersionRow, readNodeVersions } from "./node-versions";

/** Distinct codes of a node that are shown with their lines. */
const MOST_CODES = 30;

export interface RunMention {
  id: string;
  number: number | null;
  /** ISO 8601. */
  startedAt: string;
}

/** One code that a node has had. */
export interface NodeCode {
  codeHash: string;
  /** Versions of the pipeline that have it, newest first. */
  versions: string[];
  /** When the first of them came: ISO 8601. */
  since: string;
  /** Oldest and newest run of these versions that are kept; null when there is none. */
  firstRun: RunMention | null;
  lastRun: RunMention | null;
  source: NodeDetail["source"];
}

export interface NodeCodes {
  /** Newest first. */
  codes: NodeCode[];
  /** There are older ones that are not shown. */
  more: boolean;
  /** Versions that have the node and whose hashes are not computed. */
  unhashed: number;
}

const RUNS = `
  select wanted.version, edge.first, r.id, r.number, r.started_at as "startedAt"
  from unnest($2::text[]) as wanted (version)
  cross join lateral (
    (select true as first, id from run where project_id = $1 and code_version = wanted.version
      order by id limit 1)
    union all
    (select false as first, id from run where project_id = $1 and code_version = wanted.version
      order by id desc limit 1)
  ) as edge
  join run r on r.project_id = $1 and r.id = edge.id`;

interface EdgeRow {
  version: string;
  first: boolean;
  id: string;
  number: number | null;
  startedAt: Date;
}

/** The distinct codes of a node over the versions of its pipeline, each with the runs that ran it. */
export async function listNodeCodes(args: { ctx: Context; input: NodePlaceInput }): Promise<NodeCodes> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const node = nameKey(input.node).key;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    await findPipeline(client, projectId, input.pipeline);
    const versions = await readNodeVersions(client, projectId, nameKey(input.pipeline).key, node);
    const groups = groupByCode(versions);
    const shown = groups.slice(0, MOST_CODES);
    const edges = await readEdges(
      client,
      projectId,
      shown.flatMap(({ rows }) => rows.map((row) => row.version)),
    );
    const codes: NodeCode[] = [];
    for (const { codeHash, rows } of shown) {
      const hashes = rows.map(({ version }) => version);
      const runs = edges.filter(({ version }) => hashes.includes(version)).sort(byId);
      const definition = await readDefinition(client, projectId, hashes[0] ?? null, node);
      codes.push({
        codeHash,
        versions: hashes,
        since: rows.at(-1)?.firstAt.toISOString() ?? "",
        firstRun: mention(runs[0]),
        lastRun: mention(runs.at(-1)),
        source: await readSource(client, projectId, definition),
      });
    }
    const unhashed = versions.filter(({ has, codeHash }) => has && codeHash === null).length;
    return { codes, more: groups.length > shown.length, unhashed };
  });
}

/** Versions by the node's code, in the order in which each code first came, newest first. */
export function groupByCode(
  versions: readonly NodeVersionRow[],
): { codeHash: string; rows: NodeVersionRow[] }[] {
  const groups = new Map<string, NodeVersionRow[]>();
  for (const row of versions) {
    if (row.codeHash === null) continue;
    const key = `${row.hashAlgorithm} ${row.codeHash}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const first = (rows: NodeVersionRow[]) => rows.at(-1)?.firstAt.getTime() ?? 0;
  return [...groups.values()]
    .sort((a, b) => first(b) - first(a))
    .map((rows) => ({ codeHash: rows[0]?.codeHash ?? "", rows }));
}

async function readEdges(client: PoolClient, projectId: string, versions: string[]): Promise<EdgeRow[]> {
  if (versions.length === 0) return [];
  const { rows } = await client.query<EdgeRow>(RUNS, [projectId, versions]);
  return rows;
}

const byId = (a: EdgeRow, b: EdgeRow) => (a.id < b.id ? -1 : 1);

function mention(row: EdgeRow | undefined): RunMention | null {
  return row ? { id: row.id, number: row.number, startedAt: row.startedAt.toISOString() } : null;
}
