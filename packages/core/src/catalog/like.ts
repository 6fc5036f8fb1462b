/** `text` with nothing in it that LIKE takes for a wildcard; for the default escape character. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** A pattern for everything that has `text` in it. */
export function containing(text: string): string {
  return `%${escapeLike(text)}%`;
}
