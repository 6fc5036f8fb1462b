import type { Links } from "@heddle/core/graph/reach";

function within(links: Links, direction: "up" | "down", from: string, hops: number | null): Set<string> {
  const found = new Set([from]);
  let edge = [from];
  for (let step = 0; edge.length > 0 && (hops === null || step < hops); step++) {
    edge = edge.flatMap((name) => links[direction].get(name) ?? []).filter((name) => !found.has(name));
    for (const name of edge) found.add(name);
  }
  return found;
}

/** Nodes at most so many edges above and below a node; null is without limit. */
export function withinHops(links: Links, from: string, up: number | null, down: number | null): Set<string> {
  return new Set([...within(links, "up", from, up), ...within(links, "down", from, down)]);
}
