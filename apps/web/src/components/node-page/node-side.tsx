"use client";
import type { HistoryRun, NodeHistory } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/trpc/client";
import { CodeBlock } from "../code/code-block";
import { runName } from "../run/run-name";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { PanelSection } from "../ui/side-panel";
import { ChangePanel } from "./change-panel";
import { shownSeries } from "./history-tab";
import { largestStep } from "./largest-step";
import { Around } from "./neighbour-links";
import { ThenNow } from "./then-now";
import type { PageData } from "./types";
import type { NodeState } from "./use-node-state";

interface NodeSideProps {
  page: PageData;
  history: NodeHistory;
  nodeState: NodeState;
}

/** The two runs whose code is compared: the picked ones, a picked one with another version, or those at the largest step. */
function pairOf(history: NodeHistory, state: NodeState["state"]): [HistoryRun, HistoryRun] | null {
  const [a, b] = history.runs.filter(({ id }) => state.at.includes(id));
  if (a && b) return [a, b];
  const earlier = a && history.runs[history.runs.indexOf(a) - 1];
  if (a) return earlier && a.code?.version ? [earlier, a] : null;
  const step = largestStep(history.runs, shownSeries(history, state.statistic));
  const [before, after] = [step && history.runs[step.before.to], step && history.runs[step.after.from]];
  return before && after ? [before, after] : null;
}

/** Beside the history: what changed, the node's code, its value then and now, and what is around it. */
export function NodeSide({ page, history, nodeState }: NodeSideProps) {
  const { state } = nodeState;
  const { org, project } = useShell();
  const trpc = useTRPC();
  const pinned = state.at.length === 1 ? history.runs.find(({ id }) => id === state.at[0]) : undefined;
  const pair = useMemo(() => pairOf(history, state), [history, state]);
  const asOf = useQuery({
    ...trpc.nodes.get.queryOptions({
      org,
      project,
      pipeline: page.pipeline,
      node: page.name,
      run: pinned?.id,
    }),
    enabled: pinned !== undefined,
  });
  const shown = (pinned && asOf.data) || page;
  const { source, unchanged } = shown;
  return (
    <aside
      aria-label={`About ${page.name}`}
      className="flex min-h-0 w-100 shrink-0 flex-col overflow-y-auto border-l border-line max-wide:w-(--panel) max-mid:w-full max-mid:overflow-visible max-mid:border-t max-mid:border-l-0"
    >
      {page.doc ? (
        <p className="border-b border-line px-4 py-2.5 text-12 break-words whitespace-pre-line text-ink-2">
          {page.doc}
        </p>
      ) : null}
      {pair ? <ChangePanel node={page.name} before={pair[0]} after={pair[1]} /> : null}
      {source ? (
        <PanelSection
          title={
            pinned ? (
              <>Code in {runName(pinned)}</>
            ) : unchanged ? (
              <>
                This node, same {unchanged.first ? "since its first version," : "since"}{" "}
                <Instant at={unchanged.since} />
              </>
            ) : (
              "Code"
            )
          }
          aside={
            <span className="truncate font-mono text-[10.5px] font-normal" title={source.path}>
              {source.path.split("/").at(-1)}:{source.startLine}
            </span>
          }
        >
          <CodeBlock lines={source.lines} start={source.startLine} label={`Code of ${page.name}`} />
        </PanelSection>
      ) : (
        <PanelSection title="Code">
          <p className="text-12 text-ink-3">
            {page.kind === "input"
              ? "An input has no code: its value comes with the run."
              : "The version names no source for this node, or its file has not arrived."}
          </p>
        </PanelSection>
      )}
      {state.tab === "value" ? null : <ThenNow history={history} pinned={pinned ?? null} />}
      <Around page={shown} />
    </aside>
  );
}
