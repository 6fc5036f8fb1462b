/** A place in a list as its next page names it. */
export function cursorAt(...place: string[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}
