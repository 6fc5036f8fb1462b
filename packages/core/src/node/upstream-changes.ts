import type { NodeDifference } from "../version/diff";

interface Near {
  node: NodeDifference;
  hops: number;
  difference: "added" | "removed" | "changed";
}

/** Which changed nodes a node is computed from in either version, nearest first, and how many others there are. */
export function upstreamChanges(
  nodes: readonly NodeDifference[],
  name: string,
): { near: Near[]; elsewhere: number; known: boolean } {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const hops = new Map([[name, 0]]);
  // A map goes on with what is added while it is walked: breadth first.
  for (const [reached, distance] of hops) {
    const node = byName.get(reached);
    for (const next of [...(node?.dependencies ?? []), ...(node?.dropped ?? [])]) {
      if (!hops.has(next)) hops.set(next, distance + 1);
    }
  }
  const changed = nodes.flatMap((node) => {
    const { difference } = node;
    return difference === "added" || difference === "removed" || difference === "changed"
      ? [{ node, difference }]
      : [];
  });
  const near = changed.flatMap((change) => {
    const distance = hops.get(change.node.name);
    return distance === undefined ? [] : [{ ...change, hops: distance }];
  });
  const unknown = nodes.some(({ name: one, difference }) => difference === "unknown" && hops.has(one));
  return {
    near: near.sort((a, b) => a.hops - b.hops),
    elsewhere: changed.length - near.length,
    known: !unknown && nodes.length > 0,
  };
}
