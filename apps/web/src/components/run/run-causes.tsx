"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/trpc/client";
import { FailureCauses } from "../alerts/failure-causes";
import { useShell } from "../shell/shell-context";
import { useRun } from "./run-context";

interface RunCausesProps {
  lastGoodId: string;
  /** Stands here until the runs are compared, and when they cannot be. */
  children: ReactNode;
}

/** What differs between the last good run and this one, which failed: what lies above the failure comes first. */
export function RunCauses({ lastGoodId, children }: RunCausesProps) {
  const { run } = useRun();
  const { org, project, base } = useShell();
  const trpc = useTRPC();
  const summary = useQuery(trpc.compare.summary.queryOptions({ org, project, a: lastGoodId, b: run.id }));
  if (!summary.data || run.pipeline === null) return children;
  return <FailureCauses summary={summary.data} base={base} pipeline={run.pipeline} />;
}
