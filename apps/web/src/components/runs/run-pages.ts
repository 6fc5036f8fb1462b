import type { RunPage, RunSummary } from "@heddle/contract";

/** Pages of a list as TanStack Query keeps them; `pageParams` are the cursors that fetched them. */
export interface RunPages {
  pages: RunPage[];
  pageParams: (string | null)[];
}

/** Ids are UUIDv7, so their order is that of time, and the list is by id, newest first. */
function isOlder(run: RunSummary, than: RunSummary | undefined): boolean {
  return than !== undefined && run.id < than.id;
}

/** All loaded runs once each, newest first. */
export function allRuns({ pages }: RunPages): RunSummary[] {
  const byId = new Map<string, RunSummary>();
  for (const page of pages) for (const run of page.runs) if (!byId.has(run.id)) byId.set(run.id, run);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Pages to fetch again after these runs changed: the newest always, since new runs come there. */
export function pagesToRefresh({ pages }: RunPages, changed: ReadonlySet<string>): number[] {
  return pages.flatMap((page, index) =>
    index === 0 || page.runs.some(({ id }) => changed.has(id)) ? [index] : [],
  );
}

/**
 * Puts a freshly fetched page in place of an old one. It may reach less far down than the old one did, when
 * runs were added; what lies below its end stays. When so many were added that it does not reach the old
 * runs at all, the list begins anew with it, for there is a gap that nobody has seen.
 */
export function withFreshPage(old: RunPages, index: number, fresh: RunPage): RunPages {
  const before = old.pages[index];
  if (!before) return old;
  if (fresh.nextCursor === null) {
    return {
      pages: [...old.pages.slice(0, index), fresh],
      pageParams: old.pageParams.slice(0, index + 1),
    };
  }
  const end = fresh.runs.at(-1);
  const newest = before.runs[0];
  if (index === 0 && newest && isOlder(newest, end)) return { pages: [fresh], pageParams: [null] };
  const kept = before.runs.filter((run) => isOlder(run, end));
  const nextCursor = kept.length > 0 ? before.nextCursor : fresh.nextCursor;
  const searchedTo = kept.length > 0 ? before.searchedTo : fresh.searchedTo;
  const runs = [...fresh.runs, ...kept];
  return { ...old, pages: old.pages.with(index, { runs, nextCursor, searchedTo }) };
}
