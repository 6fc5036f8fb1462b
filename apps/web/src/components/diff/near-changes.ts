import { linkByName } from "@heddle/core/graph/reach";
import { type DiffNode, isOwn } from "./differences";

/** A node with what it reads in either version. */
export interface UnionNode {
  name: string;
  dependencies: readonly string[];
}

export function unionNode({ name, dependencies, dropped }: DiffNode): UnionNode {
  return { name, dependencies: [...dependencies, ...dropped] };
}

/** The nodes that differ, with what is one edge away from them; and the selected one in the same way. */
export function nearChanges(nodes: readonly DiffNode[], selected: string | null): DiffNode[] {
  const own = nodes.filter(({ difference }) => isOwn(difference));
  const centre = own.length > 0 ? own : nodes.filter(({ difference }) => difference === "upstream");
  const links = linkByName(nodes.map(unionNode));
  const near = new Set<string>();
  for (const name of [...centre.map((node) => node.name), ...(selected === null ? [] : [selected])]) {
    for (const each of [name, ...(links.up.get(name) ?? []), ...(links.down.get(name) ?? [])]) near.add(each);
  }
  return nodes.filter(({ name }) => near.has(name));
}
