import type { SourceFile } from "@heddle/contract";
import { type PoolClient, withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../context";
import { closureHashes, type HashedNode } from "./closure-hash";
import { codeHash, HASH_ALGORITHM, sliceLines } from "./code-hash";

interface Input {
  projectId: string;
  codeVersion: string;
}

interface NodeRow extends Omit<HashedNode, "codeHash"> {
  path: string | null;
  startLine: number | null;
  endLine: number | null;
}

/** Computes the hashes of a version's nodes. Does nothing while a source is missing or when it is done already. */
export async function hashVersion({
  ctx,
  input,
}: {
  ctx: InstanceContext;
  input: Input;
}): Promise<{ hashed: boolean }> {
  return await withSystemClient(ctx.db, async (client) => {
    const files = await readFiles(client, input);
    if (files === null) return { hashed: false };
    const nodes = await hashNodes(client, input, files);
    await store(client, input, nodes, ctx.now());
    return { hashed: true };
  });
}

/** The version's files when all of their sources are there and it has no hashes yet. */
async function readFiles(
  client: PoolClient,
  { projectId, codeVersion }: Input,
): Promise<SourceFile[] | null> {
  const { rows } = await client.query<{ files: SourceFile[] }>(
    `select files from code_version v
     where project_id = $1 and hash = $2 and hashed_at is null and not exists (
       select from jsonb_array_elements(v.files) file where not exists (
         select from code_blob b where b.project_id = v.project_id and b.sha256 = file ->> 'sha256'))
     for update`,
    [projectId, codeVersion],
  );
  return rows[0]?.files ?? null;
}

async function hashNodes(client: PoolClient, input: Input, files: SourceFile[]): Promise<HashedNode[]> {
  const { rows } = await client.query<NodeRow>(
    `select node as name, type, dependencies, path, start_line as "startLine", end_line as "endLine"
     from node_version where project_id = $1 and code_version = $2 order by position`,
    [input.projectId, input.codeVersion],
  );
  const byPath = new Map<string | null, NodeRow[]>();
  for (const row of rows) byPath.get(row.path)?.push(row) ?? byPath.set(row.path, [row]);
  const hashes = new Map<string, string>();
  for (const file of files) {
    const nodes = byPath.get(file.path);
    if (!nodes) continue;
    const text = await readText(client, input.projectId, file.sha256);
    for (const { name, startLine, endLine } of nodes) {
      if (startLine !== null && endLine !== null)
        hashes.set(name, codeHash(sliceLines(text, startLine, endLine)));
    }
  }
  return rows.map(({ name, type, dependencies }) => ({
    name,
    type,
    dependencies,
    codeHash: hashes.get(name) ?? null,
  }));
}

async function readText(client: PoolClient, projectId: string, sha256: string): Promise<string> {
  const { rows } = await client.query<{ body: Buffer }>(
    "select body from code_blob where project_id = $1 and sha256 = $2",
    [projectId, sha256],
  );
  return rows[0]?.body.toString("utf8") ?? "";
}

async function store(client: PoolClient, { projectId, codeVersion }: Input, nodes: HashedNode[], now: Date) {
  const closures = closureHashes(nodes);
  await client.query(
    `update node_version n set code_hash = h.code_hash, closure_hash = h.closure_hash, hash_algorithm = $3
     from unnest($4::text[], $5::text[], $6::text[]) as h (node, code_hash, closure_hash)
     where n.project_id = $1 and n.code_version = $2 and n.node = h.node`,
    [
      projectId,
      codeVersion,
      HASH_ALGORITHM,
      nodes.map((node) => node.name),
      nodes.map((node) => node.codeHash),
      nodes.map((node) => closures.get(node.name)),
    ],
  );
  await client.query("update code_version set hashed_at = $3 where project_id = $1 and hash = $2", [
    projectId,
    codeVersion,
    now,
  ]);
}
