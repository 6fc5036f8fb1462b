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
  if (versions.size === 0) return [];
  const sorted = [...versions].sort(([a], [b]) => (a < b ? -1 : 1));
  const { rows } = await client.query<{ hash: string }>(INSERT, [
    projectId,
    sorted.map(([hash]) => hash),
    sorted.map(([, { manifest }]) => names.key(manifest.pipeline)),
    sorted.map(([, { manifest }]) => canonical(manifest.config)),
    sorted.map(([, { git }]) => git && JSON.stringify(git)),
    sorted.map(([, { manifest }]) => manifest.nodes.length),
    sorted.map(([, { manifest }]) => JSON.stringify(manifest.files)),
  ]);
  const added = new Set(rows.map(({ hash }) => hash));
  const nodes = sorted.flatMap(([hash, version]) =>
    added.has(hash) ? nodeRows(projectId, hash, version, names) : [],
  );
  const key = ["project_id", "code_version", "node"];
  await upsertRows(client, {
    table: "node_version",
    columns: COLUMNS,
    key,
    rows: nodes,
    onConflict: "ignore",
  });
  return [...added];
}

const INSERT = `
  insert into code_version (project_id, hash, pipeline, config, git, node_count, files)
  select $1, hash, pipeline, config::jsonb, git::jsonb, node_count, files::jsonb
  from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[])
    as incoming (hash, pipeline, config, git, node_count, files)
  on conflict do nothing returning hash`;

function nodeRows(projectId: string, hash: string, { manifest }: VersionState, names: NameBook) {
  return manifest.nodes.map((node, position) => ({
    project_id: projectId,
    code_version: hash,
    position,
    ...nodeColumns(node, names),
  }));
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
