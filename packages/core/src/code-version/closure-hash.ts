import { createHash } from "node:crypto";

export interface HashedNode {
  name: string;
  type: string | null;
  dependencies: string[];
  codeHash: string | null;
}

/**
 * For each node the hash of its own code and of everything that it is computed from, so that "did anything
 * upstream change?" is one comparison. A dependency that is not in the graph counts by its name; inside a
 * cycle a node counts by its own code.
 */
export function closureHashes(nodes: HashedNode[]): Map<string, string> {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const closures = new Map<string, string>();
  const dependencyHash = (name: string) => {
    const closure = closures.get(name);
    if (closure !== undefined) return closure;
    const node = byName.get(name);
    return node ? hash("cycle", name, node.codeHash) : hash("missing", name);
  };
  const ordered = inOrder(nodes, byName);
  for (const { name, type, codeHash, dependencies } of ordered.acyclic) {
    closures.set(name, hash(codeHash, name, type, dependencies.map(dependencyHash)));
  }
  const rest = ordered.cyclic.map(({ name, type, codeHash, dependencies }) => {
    return [name, hash(codeHash, name, type, dependencies.map(dependencyHash))] as const;
  });
  return new Map([...closures, ...rest]);
}

/** Nodes after all that they depend on, and those for which there is no such order. */
function inOrder(nodes: HashedNode[], byName: Map<string, HashedNode>) {
  const waiting = new Map<string, number>();
  const dependents = new Map<string, string[]>();
  for (const node of byName.values()) {
    const known = [...new Set(node.dependencies)].filter((name) => byName.has(name));
    waiting.set(node.name, known.length);
    for (const name of known) dependents.set(name, [...(dependents.get(name) ?? []), node.name]);
  }
  const acyclic = nodes.filter((node) => waiting.get(node.name) === 0);
  for (const node of acyclic) {
    for (const name of dependents.get(node.name) ?? []) {
      const left = (waiting.get(name) ?? 0) - 1;
      waiting.set(name, left);
      const dependent = byName.get(name);
      if (left === 0 && dependent) acyclic.push(dependent);
    }
  }
  return { acyclic, cyclic: nodes.filter((node) => (waiting.get(node.name) ?? 0) > 0) };
}

function hash(...parts: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
