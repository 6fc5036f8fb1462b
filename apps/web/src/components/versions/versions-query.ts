import type { VersionComparison } from "@heddle/core";
import type { Selection } from "./first-change";

interface ProjectRef {
  org: string;
  project: string;
}

interface Shown {
  pipeline: string | null;
  from: string | null;
  to: string | null;
}

/** The arguments of the list, the same for the server's first page and the browser's next ones. */
export function versionListOptions({ org, project }: ProjectRef, { pipeline, from, to }: Shown) {
  const version = to ?? from;
  return [
    { org, project, ...(pipeline ? { pipeline } : version ? { version } : {}) },
    { initialCursor: null, getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor },
  ] as const;
}

/** Input of `versions.diff`; what is not chosen is left out, so that both sides make the same cache key. */
export function versionDiffInput({ org, project }: ProjectRef, { pipeline, from, to }: Shown) {
  return { org, project, ...(pipeline && { pipeline }), ...(from && { from }), ...(to && { to }) };
}

/** Input of `versions.code`. */
export function versionCodeInput(
  { org, project }: ProjectRef,
  { from, to }: Pick<VersionComparison, "from" | "to">,
  of: NonNullable<Selection>,
) {
  return { org, project, from: from?.hash ?? null, to: to.hash, of };
}
