import { BOX } from "./size";

/** What the picture of a graph is made from. Unknown and repeated dependencies are tolerated. */
export interface NodeLinks {
  name: string;
  dependencies: readonly string[];
  /** Of its box, where it is not the usual one. */
  size?: BoxSize;
}

export interface BoxSize {
  width: number;
  height: number;
}

/** A graph by numbers: edge `e` runs from node `from[e]` to node `to[e]`. */
export interface GraphShape {
  names: string[];
  from: Int32Array;
  to: Int32Array;
  /** Of each node's box. */
  sizes: BoxSize[];
}

/**
 * Numbers the nodes in the order of their names, so that equal graphs give equal pictures in whatever
 * order they came. Edges to unknown nodes, to itself and repeated ones are left out.
 */
export function graphShape(nodes: readonly NodeLinks[]): GraphShape {
  const links = new Map<string, Set<string>>();
  const sizes = new Map<string, BoxSize>();
  for (const { name, dependencies, size } of nodes) {
    if (size) sizes.set(name, size);
    const known = links.get(name) ?? new Set();
    for (const dependency of dependencies) known.add(dependency);
    links.set(name, known);
  }
  const names = [...links.keys()].sort();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const from: number[] = [];
  const to: number[] = [];
  names.forEach((name, target) => {
    const sources = [...(links.get(name) ?? [])].flatMap((source) => indexOf.get(source) ?? []);
    for (const source of sources.sort((a, b) => a - b)) {
      if (source === target) continue;
      from.push(source);
      to.push(target);
    }
  });
  return {
    names,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    sizes: names.map((name) => sizes.get(name) ?? BOX),
  };
}
