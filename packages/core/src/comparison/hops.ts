/** A node as the differences of two versions give it: `dropped` is what it read before and no longer does. */
export interface LinkedNode {
  name: string;
  dependencies: readonly string[];
  dropped: readonly string[];
}

export interface Links {
  up: ReadonlyMap<string, readonly string[]>;
  down: ReadonlyMap<string, readonly string[]>;
}

/** The edges of both sides, both ways. What is no node is left out. */
export function linksOf(nodes: readonly LinkedNode[]): Links {
  const up = new Map<string, string[]>(nodes.map(({ name }) => [name, []]));
  const down = new Map<string, string[]>(nodes.map(({ name }) => [name, []]));
  for (const { name, dependencies, dropped } of nodes) {
    for (const source of new Set([...dependencies, ...dropped])) {
      if (source === name || !up.has(source)) continue;
      up.get(name)?.push(source);
      down.get(source)?.push(name);
    }
  }
  return { up, down };
}

/** The nearest target of a node, and how many edges lie between them. */
export interface Nearest {
  target: string;
  hops: number;
}

/** For every node from which targets can be reached: the nearest of them. Targets are 0 hops from themselves. */
export function nearestTargets(links: Links, targets: Iterable<string>): Map<string, Nearest> {
  return walk(links.up, targets);
}

/** For every node that is computed from sources: the nearest of them, as `target`. */
export function nearestSources(links: Links, sources: Iterable<string>): Map<string, Nearest> {
  return walk(links.down, sources);
}

/** Everything that is computed from a node, and the node itself. */
export function fromHere(links: Links, node: string): Set<string> {
  return new Set(walk(links.down, [node]).keys());
}

function walk(edges: Links["up"], from: Iterable<string>): Map<string, Nearest> {
  const found = new Map<string, Nearest>();
  for (const target of from) if (edges.has(target)) found.set(target, { target, hops: 0 });
  // A Map may grow while it is walked, in the order of insertion: breadth first.
  for (const [name, { target, hops }] of found) {
    for (const next of edges.get(name) ?? []) {
      if (!found.has(next)) found.set(next, { target, hops: hops + 1 });
    }
  }
  return found;
}
