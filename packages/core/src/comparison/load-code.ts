import { gitStateSchema } from "@heddle/contract";
import type { Tx } from "@heddle/db";
import { maskSecrets } from "@heddle/stats";
import { fullNamesIn } from "../run/full-names";
import type { CodeChange, GitChange } from "./change";
import { compareCode, compareGit, type VersionNode } from "./compare-code";

interface Revision {
  codeVersion: string | null;
  git: unknown;
}

/** What is known to differ in code between the last good run and this one. */
export async function loadCodeChange(
  tx: Tx,
  projectId: string,
  good: Revision | null,
  now: Revision,
): Promise<{ code: CodeChange; git: GitChange | null }> {
  const from = good?.codeVersion ?? null;
  const to = now.codeVersion;
  const differ = from !== null && to !== null && from !== to;
  const code = compareCode(
    { version: from, nodes: differ ? await hashedNodes(tx, projectId, from) : null },
    { version: to, nodes: differ ? await hashedNodes(tx, projectId, to) : null },
  );
  return { code, git: compareGit(readGit(good?.git), readGit(now.git)) };
}

async function hashedNodes(tx: Tx, projectId: string, hash: string): Promise<VersionNode[] | null> {
  const version = await tx.codeVersion.findUnique({
    where: { projectId_hash: { projectId, hash } },
    select: { hashedAt: true },
  });
  if (!version?.hashedAt) return null;
  const nodes = await tx.nodeVersion.findMany({
    where: { projectId, codeVersion: hash },
    orderBy: { position: "asc" },
    select: { node: true, codeHash: true, hashAlgorithm: true },
  });
  const fullName = await fullNamesIn(
    tx,
    projectId,
    nodes.map(({ node }) => node),
  );
  return nodes.map((one) => ({ ...one, node: fullName(one.node) }));
}

function readGit(value: unknown) {
  const git = gitStateSchema.safeParse(value).data;
  return git ? { ...git, message: git.message && maskSecrets(git.message) } : null;
}
