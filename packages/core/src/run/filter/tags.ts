/** The wanted values of each key, from `key:value` texts: any value of a key will do, but each key must fit. */
export function wantedTags(tags: readonly string[]): Map<string, string[]> {
  const wanted = new Map<string, string[]>();
  for (const tag of tags) {
    const colon = tag.indexOf(":");
    const key = tag.slice(0, colon);
    wanted.set(key, [...(wanted.get(key) ?? []), tag.slice(colon + 1)]);
  }
  return wanted;
}
