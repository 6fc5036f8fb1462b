"use client";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useLiveRuns } from "../runs/use-runs";
import { type OverviewState, overviewInputs } from "./overview-query";

/** Between two readings of the page, however many runs end: it is about the whole project. */
const REST_MS = 4000;
/** Lost and late come by silence, of which nobody sends word. */
const RECHECK_MS = 60_000;

/** All that the overview shows, kept true while the page is open. */
export function useOverview(ref: { org: string; project: string }, state: OverviewState) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const inputs = overviewInputs(ref, state);
  const options = { placeholderData: keepPreviousData, refetchInterval: RECHECK_MS };
  const health = useQuery({ ...trpc.overview.health.queryOptions(inputs.health), ...options });
  const failures = useQuery({ ...trpc.failures.list.queryOptions(inputs.failures), ...options });
  const changes = useQuery({ ...trpc.overview.changes.queryOptions(inputs.changes), ...options });

  useLiveRuns(ref, async () => {
    await Promise.all(
      [trpc.overview.health, trpc.failures.list, trpc.overview.changes].map((procedure) =>
        client.invalidateQueries({ queryKey: procedure.queryKey() }),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  });
  return { health, failures, changes };
}
