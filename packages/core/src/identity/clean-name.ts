export const MAX_NAME_LENGTH = 200;

/** A name on one line and without marks that turn the direction of writing; "" when nothing is left. */
export function cleanName(name: unknown): string {
  if (typeof name !== "string") return "";
  const line = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  // Half of a character, which the cut leaves of an emoji, is nothing that PostgreSQL stores.
  return line
    .slice(0, MAX_NAME_LENGTH)
    .replace(/\p{Cs}/gu, "")
    .trim();
}
