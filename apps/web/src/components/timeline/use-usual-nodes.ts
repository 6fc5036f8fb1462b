"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/trpc/client";
import { useRun } from "../run/run-context";
import { useShell } from "../shell/shell-context";
import type { UsualByNode } from "./slower";

/** How long nodes usually take; empty until it is known, and where too little is. */
export function useUsualNodes(): UsualByNode {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const { run } = useRun();
  const { data } = useQuery(
    trpc.runs.usualNodes.queryOptions(
      { org, project, runId: run.id },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  return useMemo(() => new Map(data?.map((one) => [one.node, one])), [data]);
}
