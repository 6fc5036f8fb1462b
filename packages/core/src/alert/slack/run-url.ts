/** Longer names are left out of the address: Slack ends a section at 3,000 characters. */
const LONGEST_QUERY = 1000;

/** Page of a run, with its failed node selected in the graph. */
export function runUrl(
  publicUrl: string,
  place: { organization: string; project: string },
  runId: string,
  node?: string | null,
): string {
  const page = `${publicUrl.replace(/\/+$/, "")}/${place.organization}/${place.project}/runs/${runId}`;
  if (!node) return page;
  const query = new URLSearchParams({ tab: "graph", node }).toString();
  return query.length > LONGEST_QUERY ? `${page}?tab=graph` : `${page}?${query}`;
}
