/** One or two letters for a person: of the first and last word of the name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[Symbol.iterator]().next().value ?? "?";
  const last = words.length > 1 ? words.at(-1)?.[Symbol.iterator]().next().value : undefined;
  return `${first}${last ?? ""}`.toUpperCase();
}
