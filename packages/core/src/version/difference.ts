/** What is known of a node's code in one version. */
export interface NodeHashes {
  codeHash: string | null;
  /** Of the node's code and all that it is computed from. */
  closureHash?: string | null;
  hashAlgorithm: string | null;
  kind?: string;
}

/** How a node of one version stands to the node of that name in another. */
export type Difference =
  | "added"
  | "removed"
  /** Its own code is another. */
  | "changed"
  /** Its own code is the same, and something that it is computed from is not. */
  | "upstream"
  | "same"
  /** The hashes are not there, or were made in different ways: those say nothing about each other. */
  | "unknown";

/** Compares a node with that of the same name. An input has no code, which is then the same on both sides. */
export function differenceOf(before: NodeHashes | undefined, after: NodeHashes | undefined): Difference {
  if (!before) return after ? "added" : "unknown";
  if (!after) return "removed";
  if (before.hashAlgorithm !== after.hashAlgorithm) return "unknown";
  if (before.codeHash !== after.codeHash) return "changed";
  const unseen = after.codeHash === null && after.kind !== undefined && after.kind !== "input";
  if (unseen) return "unknown";
  return before.closureHash === after.closureHash ? "same" : "upstream";
}
