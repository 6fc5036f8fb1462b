/** Above so many nodes modules are folded until they are opened. */
const MOST_OPEN = 300;

/**
 * Which modules are open. `said` is what someone chose, as `+name` and `-name`; of the others all are open in a
 * graph that can be read as a whole, and in larger ones those that are `needed`.
 */
export function openModules(
  modules: Iterable<string>,
  { nodes, said, needed }: { nodes: number; said: readonly string[]; needed: ReadonlySet<string> },
): Set<string> {
  const choice = new Map(said.map((text) => [text.slice(1), text.startsWith("+")]));
  const open = new Set<string>();
  for (const module of modules) {
    if (choice.get(module) ?? (nodes <= MOST_OPEN || needed.has(module))) open.add(module);
  }
  return open;
}

/** The choices with one more, which takes the place of an earlier one about the same module. */
export function choose(said: readonly string[], module: string, open: boolean): string[] {
  return [...said.filter((text) => text.slice(1) !== module), `${open ? "+" : "-"}${module}`];
}
