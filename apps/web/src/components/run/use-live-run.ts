"use client";
import type { RunDetail } from "@heddle/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useTRPC } from "@/trpc/client";
import { mayStillRun } from "../status/status-words";
import { useNow } from "../time/time-provider";

/** Late events of a run still come for a while after its end; a lost run may come back. */
const SETTLED_MS = 5 * 60_000;

/** Reads a run again whenever it changes, while it can. */
export function useLiveRun(ref: { org: string; project: string; runId: string }, run: RunDetail): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const now = useNow("minute");
  const settled = !mayStillRun(run.status) && now - Date.parse(run.lastSeenAt) > SETTLED_MS;
  useSubscription(
    trpc.runs.live.subscriptionOptions(
      { org: ref.org, project: ref.project },
      {
        enabled: !settled,
        onData: ({ runIds, missed }) => {
          if (!missed && !runIds.includes(ref.runId)) return;
          void queries.invalidateQueries({ queryKey: trpc.runs.get.queryKey(ref) });
          void queries.invalidateQueries({ queryKey: trpc.runs.graph.queryKey(ref) });
          void queries.invalidateQueries({ queryKey: trpc.runs.changes.queryKey(ref) });
          void queries.invalidateQueries({ queryKey: trpc.runs.node.queryKey(ref) });
          for (const part of [trpc.runs.ledger, trpc.runs.columns, trpc.runs.code]) {
            void queries.invalidateQueries({ queryKey: part.pathKey() });
          }
        },
      },
    ),
  );
}
