"use client";
import type { RunSummary } from "@heddle/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useLiveRuns } from "../runs/use-runs";
import { useShell } from "../shell/shell-context";

/** The newest run once one has come that is newer than `after`; `after` is null when there was none. */
export function useFirstRun(after: string | null): RunSummary | null {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { org, project } = useShell();
  const [arrived, setArrived] = useState<RunSummary | null>(null);
  useLiveRuns({ org, project }, async () => {
    const options = trpc.runs.list.queryOptions({ org, project, limit: 1 });
    const newest = (await client.fetchQuery({ ...options, staleTime: 0 })).runs[0];
    if (newest && (after === null || newest.id > after)) setArrived((before) => before ?? newest);
  });
  return arrived;
}
