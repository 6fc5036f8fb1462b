export type SlugKind = "organization" | "project";

export const SHORTEST = 2;
export const LONGEST = 63;

/** Letters that do not come apart into a base and marks. */
const LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŋ: "n",
};

/** The address that a name suggests: unaccented letters and digits joined by "-". It may be taken or reserved. */
export function slugOf(name: string, kind: SlugKind): string {
  const folded = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^\0-\x7f]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’]/g, "");
  const slug = cut(folded.replace(/[^a-z0-9]+/g, "-").replace(/^-+/, ""), LONGEST);
  if (slug.length >= SHORTEST) return slug;
  return slug ? `${kind}-${slug}` : kind;
}

/** At most so long, and with no "-" at the end. */
export function cut(slug: string, length: number): string {
  return slug.slice(0, length).replace(/-+$/, "");
}
