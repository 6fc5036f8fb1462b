import type { NodeLinks } from "./shape";

/** Neighbours of each node by name, both ways. Dependencies that are no nodes are left out. */
export interface Links {
  up: ReadonlyMap<string, readonly string[]>;
  down: ReadonlyMap<string, readonly string[]>;
}

/** Looks a graph's edges up by name. */
export function linkByName(nodes: readonly NodeLinks[]): Links {
  const up = new Map<string, string[]>(nodes.map(({ name }) => [name, []]));
  const down = new Map<string, string[]>(nodes.map(({ name }) => [name, []]));
  for (const { name, dependencies } of nodes) {
    for (const source of new Set(dependencies)) {
      if (source === name || !up.has(source)) continue;
      up.get(name)?.push(source);
      down.get(source)?.push(name);
    }
  }
  return { up, down };
}

/** Everything that can be reached from a node in one direction, without the node itself. */
export function reach(links: Links, direction: "up" | "down", from: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const next of links[direction].get(name) ?? []) {
      if (reached.has(next) || next === from) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  return reached;
}
