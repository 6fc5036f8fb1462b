"use client";
import type { RunDetail, RunGraph } from "@heddle/contract";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { usePageKeys } from "../shell/page-keys";
import { useNow } from "../time/time-provider";
import { cn } from "../ui/cn";
import { RunContext } from "./run-context";
import { RunHeader } from "./run-header";
import { RUN_KEYS } from "./run-keys";
import { runModel } from "./run-model";
import type { TabKey } from "./run-params";
import { RunTab } from "./run-tab";
import { RunTabs } from "./run-tabs";
import { usePhone } from "./use-phone";
import { useRunState } from "./use-run-state";
import { VerdictBox } from "./verdict";

interface RunViewProps {
  run: RunDetail;
  graph: RunGraph;
  /** The panel of the selected node; the same on every tab. */
  panel: ReactNode;
}

const HIDDEN = { always: "", desk: "max-desk:hidden", phone: "desk:hidden" };

/** Without a tab in the URL the screen decides; until it is known both are there and CSS decides. */
function openViews(tab: TabKey | null, phone: boolean | null): { tab: TabKey; on: keyof typeof HIDDEN }[] {
  if (tab !== null) return [{ tab, on: "always" }];
  const views = [
    { tab: "graph", on: "desk" },
    { tab: "nodes", on: "phone" },
  ] as const;
  return views.filter(({ on }) => phone === null || phone === (on === "phone"));
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
  const views = openViews(state.tab, phone);
  return (
    <RunContext value={page}>
      <div className="flex min-h-0 flex-1 flex-col">
        <RunHeader run={run} />
        <VerdictBox />
        {views.map(({ tab, on }) => (
          <div key={on} className={cn("contents", HIDDEN[on])}>
            <RunTabs current={tab} />
          </div>
        ))}
        <div className="flex min-h-0 min-w-0 flex-1">
          {views.map(({ tab, on }) => (
            <div key={tab} className={cn("flex min-w-0 flex-1 flex-col", HIDDEN[on])}>
              <RunTab tab={tab} codeVersion={graph.codeVersion} />
            </div>
          ))}
          {panel}
        </div>
      </div>
    </RunContext>
  );
}
