const SHOWN = 20;

/** Names that contain a text, whatever the case: those that begin with it first, then shorter ones first. */
export function findNames(names: readonly string[], query: string): string[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [];
  return names
    .map((name) => ({ name, at: name.toLowerCase().indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .sort(
      (a, b) =>
        Number(a.at > 0) - Number(b.at > 0) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
    )
    .slice(0, SHOWN)
    .map(({ name }) => name);
}
