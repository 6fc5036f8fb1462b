"use client";
import type { NodeHistory } from "@heddle/core";
import { ArrowLeftRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useKeys } from "@/hooks/use-keys";
import { formatCount } from "../../format/number";
import { runName } from "../run/run-name";
import { type KeyHelp, usePageKeys } from "../shell/page-keys";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { Button, buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { HeatLegend } from "./heat-strip";
import { HistoryChart } from "./history-chart";
import { HistoryTable } from "./history-table";
import { HistoryToolbar } from "./history-toolbar";
import { largestStep } from "./largest-step";
import type { Series } from "./node-params";
import { seriesOf } from "./series";
import { StepNotice } from "./step-notice";
import type { NodeState } from "./use-node-state";

const KEYS: readonly KeyHelp[] = [
  { keys: "[", does: "Run before" },
  { keys: "]", does: "Run after" },
  { keys: "c", does: "Compare the two picked runs" },
  { keys: "t", does: "Chart or table" },
];

/** The series that is shown: the one asked for if it has anything, else the first one that has. */
export function shownSeries(history: NodeHistory, asked: Series | null): Series {
  const { first, rest } = seriesOf(history.runs);
  const there = [...first, ...rest];
  if (asked !== null && (there.includes(asked) || there.length === 0)) return asked;
  return first[0] ?? rest[0] ?? "duration";
}

interface HistoryTabProps {
  node: string;
  history: NodeHistory;
  nodeState: NodeState;
  /** Another column or range is on its way. */
  stale: boolean;
}

/** A statistic of the node over the runs of its pipeline. */
export function HistoryTab({ node, history, nodeState, stale }: HistoryTabProps) {
  const { state, set, pick } = nodeState;
  const { base } = useShell();
  const router = useRouter();
  const { runs } = history;
  const series = shownSeries(history, state.statistic);
  const step = useMemo(() => largestStep(runs, series), [runs, series]);
  const picked = runs.filter(({ id }) => state.at.includes(id));
  const [a, b] = picked;
  const go = (by: number) => {
    const at = runs.findIndex(({ id }) => id === state.at.at(-1));
    const from = at < 0 ? runs.length - (by < 0 ? 1 : 0) : at;
    const next = runs[Math.min(runs.length - 1, Math.max(0, from + by))];
    if (next) void set({ at: [next.id] }, { history: "replace" });
  };
  usePageKeys("Node", KEYS);
  useKeys({
    "[": () => go(-1),
    "]": () => go(1),
    c: () => {
      if (a && b) router.push(paths.compare(base, { a: a.id, b: b.id }));
    },
    t: () => void set({ show: state.show === "table" ? null : "table" }),
  });
  return (
    <div aria-busy={stale} className={stale ? "opacity-60" : undefined}>
      <HistoryToolbar history={history} series={series} {...nodeState} />
      <WhyNothing history={history} />
      {state.show === "table" ? (
        <HistoryTable runs={runs} series={series} node={node} />
      ) : (
        <>
          <StepNotice runs={runs} series={series} step={step} />
          <HistoryChart history={history} series={series} node={node} picked={state.at} onPick={pick} />
          <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1.5 px-(--gutter) pb-4 text-11 text-ink-3 desk:pl-[102px]">
            {a && b ? (
              <span className="flex flex-wrap items-center gap-2 text-12 text-ink">
                {runName(a)} and {runName(b)} picked
                <Link
                  href={paths.compare(base, { a: a.id, b: b.id })}
                  className={buttonClass({ size: "sm", variant: "primary" })}
                >
                  <ArrowLeftRight size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
                  Open the pair
                </Link>
                <Button size="sm" onClick={() => void set({ from: a.id, to: b.id, at: null })}>
                  Show only these
                </Button>
                <Button size="sm" variant="quiet" onClick={() => void set({ at: null })}>
                  Let go
                </Button>
              </span>
            ) : (
              <>
                <span className="flex items-center gap-1">
                  <i aria-hidden className="h-2 w-3.5 bg-usual" />
                  {runs.length < 5 ? "usual, from the 5th run on" : "usual, p10 to p90"}
                </span>
                {step ? (
                  <span className="flex items-center gap-1">
                    <i aria-hidden className="w-3.5 border-t-[1.5px] border-accent" />
                    median
                  </span>
                ) : null}
                <span className="flex items-center gap-1">
                  <i aria-hidden className="h-3 border-l border-dashed border-line-control" />
                  code changed
                </span>
                {history.distribution ? <HeatLegend distribution={history.distribution} /> : null}
                {runs.length > 200 ? (
                  <span>
                    {formatCount(runs.length)} runs, several to a place: median, and least to greatest;
                    changes other than code are not drawn
                  </span>
                ) : null}
                {a ? (
                  <span className="text-ink">{runName(a)} is picked; a second run makes a pair</span>
                ) : null}
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** Why there are no statistics, where there are none. */
function WhyNothing({ history }: { history: NodeHistory }) {
  const { runs, columns } = history;
  if (columns.length > 0) return null;
  const ran = runs.filter(({ node }) => node !== null);
  const succeeded = ran.filter(({ node }) => node?.status === "succeeded");
  const words =
    ran.length === 0
      ? "None of these runs computed it: it may be an input, or new, or the runs computed only other nodes."
      : succeeded.length === 0
        ? "It has not succeeded in any of these runs, so there is no value to profile."
        : "It returned nothing, or what it returned was never profiled. Its durations and what changed are shown.";
  return (
    <div className="px-(--gutter) pb-3">
      <EmptyState title="No statistics were recorded of this node">{words}</EmptyState>
    </div>
  );
}
