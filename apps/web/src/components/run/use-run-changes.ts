"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { useRun } from "./run-context";

/** What is known to differ from the last good run; undefined until it is known. */
export function useRunChanges() {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const { run } = useRun();
  return useQuery(trpc.runs.changes.queryOptions({ org, project, runId: run.id })).data;
}

/** Nodes whose own code is not that of the last good run. */
export function useChangedNodes(): ReadonlySet<string> {
  const code = useRunChanges()?.code;
  return useMemo(() => {
    const nodes = code?.kind === "other" ? code.nodes : null;
    return new Set([...(nodes?.changed ?? []), ...(nodes?.added ?? [])]);
  }, [code]);
}
