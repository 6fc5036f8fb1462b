/** Where folders of a container lie on this machine. */
export type Places = Record<string, string>;

/** A text with the absolute paths of a container turned into those of this machine. */
export function relocate(text: string, places: Places): string {
  const inside = Object.keys(places).join("|");
  // In one pass, since a folder of this machine may look like one of the container.
  const path = new RegExp(`(?<=^|[\\s=:"'])(?:${inside})(?=[/\\s:"']|$)`, "g");
  return text.replace(path, (found) => places[found] ?? found);
}
