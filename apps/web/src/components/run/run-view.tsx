"use client";
import type { RunDetail, RunGraph } from "@heddle/contract";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { usePageKeys } from "../shell/page-keys";
import { useNow } from "../time/time-provider";
import { RunContext } from "./run-context";
import { RunHeader } from "./run-header";
import { RUN_KEYS } from "./run-keys";
import { runModel } from "./run-model";
import { RunTab } from "./run-tab";
import { RunTabs } from "./run-tabs";
import { usePhone } from "./use-phone";
import { useRunState } from "./use-run-state";
import { Verdict } from "./verdict";

interface RunViewProps {
  run: RunDetail;
  graph: RunGraph;
  /** The panel of the selected node; the same on every tab. */
  panel: ReactNode;
}

/** A run's page below the breadcrumbs: header, verdict, tabs, the open view and the panel. */
export function RunView({ run, graph, panel }: RunViewProps) {
  const state = useRunState();
  const phone = usePhone();
  const present = useNow(run.status === "running" ? "second" : "minute");
  const now = run.status === "running" ? present : Date.parse(run.lastSeenAt);
  const model = useMemo(() => runModel(run, graph, now), [run, graph, now]);
  const page = useMemo(() => ({ run, model, state }), [run, model, state]);
  usePageKeys("Run", RUN_KEYS);
  const tab = state.tab;
  return (
    <RunContext value={page}>
      <div className="flex min-h-0 flex-1 flex-col">
        <RunHeader run={run} />
        <Verdict />
        {tab === null && phone === null ? (
          <>
            <div className="contents max-desk:hidden">
              <RunTabs current="graph" />
            </div>
            <div className="contents desk:hidden">
              <RunTabs current="nodes" />
            </div>
          </>
        ) : (
          <RunTabs current={tab ?? (phone ? "nodes" : "graph")} />
        )}
        <div className="flex min-h-0 min-w-0 flex-1">
          {tab === null && phone === null ? (
            <>
              <div className="flex min-w-0 flex-1 flex-col max-desk:hidden">
                <RunTab tab="graph" codeVersion={graph.codeVersion} />
              </div>
              <div className="flex min-w-0 flex-1 flex-col desk:hidden">
                <RunTab tab="nodes" codeVersion={graph.codeVersion} />
              </div>
            </>
          ) : (
            <div className="flex min-w-0 flex-1 flex-col">
              <RunTab tab={tab ?? (phone ? "nodes" : "graph")} codeVersion={graph.codeVersion} />
            </div>
          )}
          {panel}
        </div>
      </div>
    </RunContext>
  );
}
