export const MAX_NAME_LENGTH = 200;

/** A name on one line and without marks that turn the direction of writing; "" when nothing is left. */
export function cleanName(name: unknown): string {
  if (typeof name !== "string") return "";
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, MAX_NAME_LENGTH);
}
