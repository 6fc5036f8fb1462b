import type { AlertsFilter } from "./alerts-filter";

interface Place {
  org: string;
  project: string;
}

const getNextPageParam = (page: { nextCursor: string | null }) => page.nextCursor;

/** Arguments of `infiniteQueryOptions` for the failures, the same on the server and in the browser. */
export function failuresOptions(
  { org, project }: Place,
  { state, pipeline }: Pick<AlertsFilter, "state" | "pipeline">,
) {
  const filter = { state: state === "all" ? undefined : state, pipeline: pipeline || undefined };
  return [{ org, project, limit: 50, ...filter }, { getNextPageParam }] as const;
}

/** The same for the deliveries. */
export function deliveriesOptions(
  { org, project }: Place,
  { status, channel }: Pick<AlertsFilter, "status" | "channel">,
) {
  const filter = { status: status ?? undefined, channelId: channel || undefined };
  return [{ org, project, limit: 50, ...filter }, { getNextPageParam }] as const;
}
