/** A package that is not the same on both sides; null where it was not installed. */
export interface PackageChange {
  name: string;
  before: string | null;
  after: string | null;
}

export interface PackageChanges {
  /** Changed versions first, then those removed, then those added, each by name. */
  changes: PackageChange[];
  same: number;
}

/** Versions by package of two environments, compared. */
export function diffPackages(before: Record<string, string>, after: Record<string, string>): PackageChanges {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const all = names.map((name) => ({
    name,
    before: Object.hasOwn(before, name) ? (before[name] ?? null) : null,
    after: Object.hasOwn(after, name) ? (after[name] ?? null) : null,
  }));
  const changes = all.filter((one) => one.before !== one.after);
  return { changes: changes.sort((a, b) => rank(a) - rank(b)), same: all.length - changes.length };
}

function rank({ before, after }: PackageChange): number {
  if (before !== null && after !== null) return 0;
  return after === null ? 1 : 2;
}
