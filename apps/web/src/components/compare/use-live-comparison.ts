"use client";
import type { RunSummary } from "@heddle/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useTRPC } from "@/trpc/client";
import { mayStillRun } from "../status/status-words";
import { useNow } from "../time/time-provider";
import type { ComparedPair } from "./compare-query";

/** Late events of a run still come for a while after its end; a lost run may come back. */
const SETTLED_MS = 5 * 60_000;

/** Compares again whenever one of the runs changes, while they can. */
export function useLiveComparison({ org, project }: ComparedPair, runs: readonly RunSummary[]): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const now = useNow("minute");
  const settled = runs.every(
    ({ status, lastSeenAt }) => !mayStillRun(status) && now - Date.parse(lastSeenAt) > SETTLED_MS,
  );
  useSubscription(
    trpc.runs.live.subscriptionOptions(
      { org, project },
      {
        enabled: !settled,
        onData: ({ runIds, missed }) => {
          if (!missed && !runs.some(({ id }) => runIds.includes(id))) return;
          void queries.invalidateQueries({ queryKey: trpc.compare.pathKey() });
        },
      },
    ),
  );
}
