import type { VersionSummary } from "@heddle/core";

/** A version, or neighbours of which none changed a node or the configuration. */
export type VersionGroup =
  | { kind: "version"; version: VersionSummary }
  | { kind: "cosmetic"; key: string; versions: VersionSummary[] };

/** Puts cosmetic versions that follow each other together. */
export function foldVersions(versions: readonly VersionSummary[]): VersionGroup[] {
  const groups: VersionGroup[] = [];
  for (const version of versions) {
    const last = groups.at(-1);
    if (!version.cosmetic) groups.push({ kind: "version", version });
    else if (last?.kind === "cosmetic") last.versions.push(version);
    else groups.push({ kind: "cosmetic", key: version.hash, versions: [version] });
  }
  return groups;
}

/** How many versions lie between two, the later one included: `2 real steps, 9 cosmetic`. Null when one is not loaded. */
export function stepsBetween(
  versions: readonly VersionSummary[],
  from: string,
  to: string,
): { real: number; cosmetic: number } | null {
  const [a, b] = [from, to].map((hash) => versions.findIndex((version) => version.hash === hash));
  if (a === undefined || b === undefined || a < 0 || b < 0) return null;
  const steps = versions.slice(Math.min(a, b), Math.max(a, b));
  const cosmetic = steps.filter((version) => version.cosmetic).length;
  return { real: steps.length - cosmetic, cosmetic };
}
