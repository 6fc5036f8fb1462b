/** Longer names are left out of the address: Slack ends a section at 3,000 characters. */
const LONGEST_QUERY = 1000;

interface Place {
  organization: string;
  project: string;
}

function base(publicUrl: string, { organization, project }: Place): string {
  return `${publicUrl.replace(/\/+$/, "")}/${organization}/${project}`;
}

/** Page of a run, with its failed node selected in the graph. */
export function runUrl(publicUrl: string, place: Place, runId: string, node?: string | null): string {
  const page = `${base(publicUrl, place)}/runs/${runId}`;
  if (!node) return page;
  const query = new URLSearchParams({ tab: "graph", node }).toString();
  return query.length > LONGEST_QUERY ? `${page}?tab=graph` : `${page}?${query}`;
}

/** Page of the failures that are the same. */
export function failureUrl(publicUrl: string, place: Place, failureId: string): string {
  return `${base(publicUrl, place)}/alerts/${failureId}`;
}
