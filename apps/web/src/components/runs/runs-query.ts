import type { RunPage, RunStatus } from "@heddle/contract";

const PAGE_SIZE = 40;

export interface RunsFilter {
  status: RunStatus | null;
  pipeline: string | null;
}

interface ProjectRef {
  org: string;
  project: string;
}

/** Input of `runs.list`; filters that are off are left out, so that both sides make the same cache key. */
export function runsInput({ org, project }: ProjectRef, { status, pipeline }: RunsFilter, limit = PAGE_SIZE) {
  return { org, project, limit, ...(status && { status }), ...(pipeline && { pipeline }) };
}

/** Arguments of `infiniteQueryOptions`, the same for the server's first page and the browser's next ones. */
export function firstPageOptions(project: ProjectRef, filter: RunsFilter) {
  return [
    runsInput(project, filter),
    { initialCursor: null, getNextPageParam: (page: RunPage) => page.nextCursor },
  ] as const;
}
