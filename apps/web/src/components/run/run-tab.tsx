"use client";
import { CodeView } from "../code-view/code-view";
import { RunDataView } from "../data/data-view";
import { EnvironmentView } from "../environment/environment-view";
import { GraphView } from "../graph/graph-view";
import { LedgerView } from "../ledger/ledger-view";
import { NodesView } from "../nodes/nodes-view";
import { TimelineView } from "../timeline/timeline-view";
import { EmptyState } from "../ui/empty-state";
import { useRun } from "./run-context";
import type { TabKey } from "./run-params";

const VIEWS = { graph: GraphView, timeline: TimelineView, nodes: NodesView };
/** What there is to see before any node has reported. */
const OTHERS = { data: RunDataView, code: CodeView, ledger: LedgerView };

/** One view of the run, or why there is nothing in it yet. */
export function RunTab({ tab, codeVersion }: { tab: TabKey; codeVersion: string | null }) {
  const { run, model } = useRun();
  if (tab === "environment") return <EnvironmentView run={run} />;
  if (tab === "data" || tab === "code" || tab === "ledger") {
    const Other = OTHERS[tab];
    return <Other />;
  }
  if (model.nodes.length === 0) {
    return (
      <div className="p-(--gutter)">
        <EmptyState title={run.status === "running" ? "No node has reported yet" : "This run has no nodes"}>
          {run.status === "running"
            ? "They appear here by themselves as soon as the first one begins."
            : "It ended before the first node began, or its client reported none."}
        </EmptyState>
      </div>
    );
  }
  const View = VIEWS[tab];
  return (
    <>
      {codeVersion === null ? (
        <p className="shrink-0 border-b border-line bg-sunken px-(--gutter) py-1.5 text-12 text-ink-2">
          {run.status === "running"
            ? "The code of this run has not arrived yet: these are the nodes that have reported so far, without their edges."
            : "The code of this run never arrived: these are the nodes that reported, without their edges."}
        </p>
      ) : null}
      <View />
    </>
  );
}
