import { reach } from "@heddle/core/graph/reach";
import { edgeKey, type RunModel } from "../run/run-model";

export interface FailurePath {
  /** Keys of the edges that lead to the first failure. */
  edges: ReadonlySet<string>;
  /** They come from changed code; otherwise they are the chain that the failure waited for. */
  fromChange: boolean;
}

/** What leads to the first failure: all ways from changed nodes above it, else the chain it waited for. */
export function failurePath(
  { critical, failures: [failure], links }: Pick<RunModel, "critical" | "failures" | "links">,
  changed: ReadonlySet<string>,
): FailurePath {
  const edges = new Set<string>();
  if (!failure) return { edges, fromChange: false };
  const above = reach(links, "up", failure.name);
  // A set gives what is added while it is read, too: this walks down from all changes at once.
  const between = new Set([...changed].filter((name) => above.has(name)));
  for (const name of between) {
    for (const below of links.down.get(name) ?? []) if (above.has(below)) between.add(below);
  }
  if (between.size === 0) {
    critical.forEach((name, i) => {
      const before = critical[i - 1];
      if (before) edges.add(edgeKey(before, name));
    });
    return { edges, fromChange: false };
  }
  between.add(failure.name);
  for (const to of between) {
    for (const from of links.up.get(to) ?? []) if (between.has(from)) edges.add(edgeKey(from, to));
  }
  return { edges, fromChange: true };
}
