/** What a version says of a node and of what it is computed from; hashes are null until they are computed. */
export interface NodeHashes {
  codeHash: string | null;
  closureHash: string | null;
  hashAlgorithm: string | null;
  /** Digest of the names of the nodes that it reads, with the hash of everything behind each. */
  upstream: string | null;
}

export interface CodeStep {
  /** Another code version than the run before; null: one of them is not known. */
  version: boolean | null;
  /** The node's own code. */
  own: boolean | null;
  /** Something that the node is computed from. */
  upstream: boolean | null;
}

interface RunCode {
  codeVersion: string | null;
}

const SAME: CodeStep = { version: false, own: false, upstream: false };
const UNKNOWN: CodeStep = { version: null, own: null, upstream: null };

/** What changed in code between two runs, seen from one node. Hashes of different algorithms say nothing. */
export function codeStep(before: RunCode, now: RunCode, hashes: ReadonlyMap<string, NodeHashes>): CodeStep {
  if (before.codeVersion === null || now.codeVersion === null) return UNKNOWN;
  if (before.codeVersion === now.codeVersion) return SAME;
  const [then, since] = [hashes.get(before.codeVersion), hashes.get(now.codeVersion)];
  if (!then || !since) return { version: true, own: then || since ? true : null, upstream: null };
  if (then.hashAlgorithm === null || then.hashAlgorithm !== since.hashAlgorithm) {
    return { version: true, own: null, upstream: null };
  }
  return {
    version: true,
    own: then.codeHash === null && since.codeHash === null ? null : then.codeHash !== since.codeHash,
    upstream: then.upstream !== since.upstream,
  };
}

/** Names the node's code with all that it is computed from: runs of the same revision differ by data only. */
export function revisionOf({ codeVersion }: RunCode, hashes: ReadonlyMap<string, NodeHashes>): string | null {
  if (codeVersion === null) return null;
  return hashes.get(codeVersion)?.closureHash ?? codeVersion;
}
