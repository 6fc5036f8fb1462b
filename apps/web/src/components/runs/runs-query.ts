import type { RunPage, RunStatus } from "@heddle/contract";

const PAGE_SIZE = 40;
/** As many values of one field as the server takes. */
const MOST = 20;

export const LAST = ["24h", "7d", "30d"] as const;
export const CHANGED = ["code", "input", "config", "environment"] as const;

/** The view of the list as the URL has it; null and empty where it is not narrowed. */
export interface RunsFilter {
  status: RunStatus[];
  pipeline: string[];
  version: string | null;
  /** As `key:value`. */
  tag: string[];
  changed: (typeof CHANGED)[number][];
  q: string | null;
  last: (typeof LAST)[number] | null;
  from: string | null;
  to: string | null;
}

export const NO_FILTER: RunsFilter = {
  status: [],
  pipeline: [],
  version: null,
  tag: [],
  changed: [],
  q: null,
  last: null,
  from: null,
  to: null,
};

export const isVersion = (text: string) => /^[0-9a-f]{4,64}$/.test(text);
export const isTag = (text: string) => /^[^:\0]+:[^\0]*$/.test(text) && text.length <= 1000;
export const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));

export function isFiltered(filter: RunsFilter): boolean {
  return Object.values(filter).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}

interface ProjectRef {
  org: string;
  project: string;
}

const some = <Value>(values: Value[]) => (values.length > 0 ? values.slice(0, MOST) : undefined);

/** What counts are made of: the filter without what changed, which cannot be counted. */
export function countsInput(project: ProjectRef, filter: RunsFilter) {
  const { status, pipeline, version, tag, q, last, from, to } = filter;
  const given = {
    status: some(status),
    pipeline: some(pipeline),
    version: version ?? undefined,
    tag: some(tag),
    text: q ?? undefined,
    last: last ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
  };
  // Without the fields that are off, so that server and browser make the same cache key.
  return { ...project, ...(JSON.parse(JSON.stringify(given)) as typeof given) };
}

/** What the histogram is made of: its range is chosen in it. */
export function histogramInput(project: ProjectRef, filter: RunsFilter) {
  return countsInput(project, { ...filter, from: null, to: null });
}

/** Input of `runs.list`. */
export function runsInput(project: ProjectRef, filter: RunsFilter, limit = PAGE_SIZE) {
  const changed = some(filter.changed);
  return { ...countsInput(project, filter), limit, ...(changed && { changed }) };
}

/** Arguments of `infiniteQueryOptions`, the same for the server's first page and the browser's next ones. */
export function firstPageOptions(project: ProjectRef, filter: RunsFilter) {
  return [
    runsInput(project, filter),
    { initialCursor: null, getNextPageParam: (page: RunPage) => page.nextCursor },
  ] as const;
}
