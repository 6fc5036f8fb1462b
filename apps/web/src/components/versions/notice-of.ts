import type { VersionComparison } from "@heddle/core";
import { shortHash } from "../../format/hash";

/** What keeps the two versions from being compared in full; null when nothing does. */
export function noticeOf({ from, to, nodes, functions, files, config }: VersionComparison): string | null {
  if (from === null && to.state === "hashed")
    return "This is the first version of the pipeline: there is nothing to compare it with. Choose a node to read its code.";
  if (from?.hash === to.hash) return "Both sides are the same version. Choose another A or B in the list.";
  for (const side of from ? [from, to] : [to]) {
    const name = `version ${shortHash(side.hash)}`;
    if (side.state === "missing")
      return `The definition of ${name} has not arrived: only its runs name it. What differs is not known.`;
    if (side.state === "unhashed")
      return `Not all of the sources of ${name} have arrived, so it is not known which nodes changed.`;
  }
  const differs = functions.length + files.length + config.length > 0;
  if (!differs && nodes.every(({ difference }) => difference === "same"))
    return "No node, file or configuration differs between these versions: only their descriptions do.";
  if (nodes.some(({ difference }) => difference === "unknown"))
    return "Of some nodes it is not known whether they changed: no code of them was recorded, or their hashes were made in different ways.";
  return null;
}
