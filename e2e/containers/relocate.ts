/** Where folders of a container lie on this machine. */
export type Places = Record<string, string>;

/** A text with the absolute paths of a container turned into those of this machine. */
export function relocate(text: string, places: Places): string {
  return Object.entries(places).reduce(
    (moved, [inside, outside]) =>
      moved.replace(new RegExp(`(?<=^|[\\s=:"'])${inside}(?=[/\\s:"']|$)`, "g"), () => outside),
    text,
  );
}
