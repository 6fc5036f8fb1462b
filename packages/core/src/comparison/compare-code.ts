import { type Difference, differenceOf } from "../version/difference";
import type { CodeChange, GitChange, NodeChanges } from "./change";

export interface VersionNode {
  node: string;
  codeHash: string | null;
  hashAlgorithm: string | null;
}

/** Nodes of a version, or null while their hashes are not there. */
type Nodes = VersionNode[] | null;

/** What differs between the code of the last good run and that of this one. */
export function compareCode(
  good: { version: string | null; nodes: Nodes },
  now: { version: string | null; nodes: Nodes },
): CodeChange {
  if (good.version === null || now.version === null) return { kind: "unknown" };
  if (good.version === now.version) return { kind: "same", version: now.version };
  const nodes = good.nodes && now.nodes ? compareNodes(good.nodes, now.nodes) : null;
  return { kind: "other", from: good.version, to: now.version, nodes };
}

/** Hashes of different algorithms say nothing about each other, so a change of algorithm gives null. */
function compareNodes(good: VersionNode[], now: VersionNode[]): NodeChanges | null {
  const algorithms = new Set([...good, ...now].flatMap((node) => node.hashAlgorithm ?? []));
  if (algorithms.size > 1) return null;
  const before = new Map(good.map((node) => [node.node, node]));
  const after = new Set(now.map((node) => node.node));
  const named = (difference: Difference) =>
    now.filter((node) => differenceOf(before.get(node.node), node) === difference).map(nameOf);
  return {
    changed: named("changed"),
    added: named("added"),
    removed: good.filter(({ node }) => !after.has(node)).map(nameOf),
  };
}

function nameOf(node: VersionNode): string {
  return node.node;
}

interface Revision {
  commit: string;
  dirty: boolean | null;
  author: string | null;
  message: string | null;
}

/** The commit of this run, and whether it is that of the last good one. */
export function compareGit(good: Revision | null, now: Revision | null): GitChange | null {
  if (!now) return null;
  const subject = now.message?.split("\n")[0]?.trim() || null;
  const sameCommit = good ? good.commit === now.commit : null;
  return { commit: now.commit, sameCommit, dirty: now.dirty, author: now.author, subject };
}
