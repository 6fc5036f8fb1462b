import type { AuditPage } from "@heddle/contract";
import type { AuditGroup } from "./audit-params";
import { dayStart } from "./day-start";

const PAGE_SIZE = 50;

export interface AuditLogFilter {
  about: AuditGroup | null;
  who: string | null;
  project: string | null;
  from: string | null;
  to: string | null;
}

export const NO_FILTER: AuditLogFilter = { about: null, who: null, project: null, from: null, to: null };

/** The filter as procedures take it; what is off is left out, so that both sides make the same cache key. */
function filterInput({ about, who, from, to }: AuditLogFilter, zone: string) {
  const since = from ? dayStart(from, zone) : null;
  const until = to ? dayStart(to, zone, 1) : null;
  const actor = who?.trim().slice(0, 200);
  return {
    ...(about && { action: about }),
    ...(actor && { actor }),
    ...(since && { since }),
    ...(until && { until }),
  };
}

const paging = {
  initialCursor: null,
  getNextPageParam: (page: AuditPage) => page.nextCursor,
} as const;

/** Arguments of `infiniteQueryOptions`, the same for the server's first page and the browser's next ones. */
export function organizationAuditOptions(org: string, filter: AuditLogFilter, zone: string) {
  const { project } = filter;
  const input = { org, limit: PAGE_SIZE, ...filterInput(filter, zone), ...(project && { project }) };
  return [input, paging] as const;
}

/** The same for the log of one project. */
export function projectAuditOptions(org: string, project: string, filter: AuditLogFilter, zone: string) {
  return [{ org, project, limit: PAGE_SIZE, ...filterInput(filter, zone) }, paging] as const;
}
