import type { NodeDefinition } from "@heddle/contract";
import { type PoolClient, upsertRows } from "@heddle/db";
import type { Folded, VersionState } from "../fold/folded";
import { canonical } from "../fold/lattice";
import type { NameBook } from "./name-book";

const LARGEST_INTEGER = 2 ** 31 - 1;

/** Stores versions that are not there yet, with their nodes, and returns their hashes. A stored one never changes. */
export async function writeVersions(
  client: PoolClient,
  projectId: string,
  versions: Folded["versions"],
  names: NameBook,
): Promise<string[]> {
  const added: string[] = [];
  for (const [hash, version] of [...versions].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!(await insertVersion(client, projectId, hash, version, names))) continue;
    added.push(hash);
    await insertNodes(client, projectId, hash, version, names);
  }
  return added;
}

async function insertVersion(
  client: PoolClient,
  projectId: string,
  hash: string,
  { manifest, git }: VersionState,
  names: NameBook,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into code_version (project_id, hash, pipeline, config, git, node_count, files)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      projectId,
      hash,
      names.key(manifest.pipeline),
      canonical(manifest.config),
      git && JSON.stringify(git),
      manifest.nodes.length,
      JSON.stringify(manifest.files),
    ],
  );
  return rowCount === 1;
}

async function insertNodes(
  client: PoolClient,
  projectId: string,
  hash: string,
  { manifest }: VersionState,
  names: NameBook,
): Promise<void> {
  await upsertRows(client, {
    table: "node_version",
    columns: COLUMNS,
    key: ["project_id", "code_version", "node"],
    rows: manifest.nodes.map((node, position) => ({
      project_id: projectId,
      code_version: hash,
      position,
      ...nodeColumns(node, names),
    })),
    onConflict: "ignore",
  });
}

function nodeColumns(node: NodeDefinition, names: NameBook) {
  return {
    node: names.key(node.name),
    kind: node.kind,
    dependencies: node.dependencies.map((name) => names.key(name)),
    type: node.type ?? null,
    doc: node.doc ?? null,
    module: node.module ?? null,
    owner: node.owner ?? null,
    tags: node.tags ?? {},
    path: node.source?.path ?? null,
    start_line: node.source ? Math.min(node.source.startLine, LARGEST_INTEGER) : null,
    end_line: node.source ? Math.min(node.source.endLine, LARGEST_INTEGER) : null,
  };
}

const COLUMNS = [
  { name: "project_id", type: "uuid" },
  { name: "code_version", type: "text" },
  { name: "node", type: "text" },
  { name: "position", type: "integer" },
  { name: "kind", type: "text" },
  { name: "dependencies", type: "text[]" },
  { name: "type", type: "text" },
  { name: "doc", type: "text" },
  { name: "module", type: "text" },
  { name: "owner", type: "text" },
  { name: "tags", type: "jsonb not null" },
  { name: "path", type: "text" },
  { name: "start_line", type: "integer" },
  { name: "end_line", type: "integer" },
] as const;
