/** The seven characters by which people know a commit or a version. */
export function shortHash(hash: string): string {
  return hash.slice(0, 7);
}
