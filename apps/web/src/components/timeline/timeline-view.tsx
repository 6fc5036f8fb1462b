"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useKeys } from "@/hooks/use-keys";
import { stepTo } from "../nodes/step-to";
import { useRun } from "../run/run-context";
import { cn } from "../ui/cn";
import { CriticalLinks } from "./critical-links";
import { CriticalSummary } from "./critical-summary";
import { ROW } from "./row-height";
import { percentOf, timeScale } from "./scale";
import { ticks } from "./ticks";
import { TimelineBar } from "./timeline-bar";
import { TimelineHead } from "./timeline-head";
import { TimelineName } from "./timeline-name";
import { type RowFilter, type RowGrouping, timelineRows } from "./timeline-rows";
import { TimelineToolbar } from "./timeline-toolbar";

const HEAD = 54;
const ENDED = { failed: "failed", cancelled: "cancelled", lost: "lost", running: null, succeeded: null };

/** The run as a time line: one row a node, the critical path dark and joined. */
export function TimelineView() {
  const { run, model, state } = useRun();
  const [filter, setFilter] = useState<RowFilter>("all");
  const [grouping, setGrouping] = useState<RowGrouping>("start");
  const scroller = useRef<HTMLDivElement>(null);
  const scale = useMemo(() => timeScale(model.start, model.end), [model.start, model.end]);
  const rows = useMemo(() => timelineRows(model, filter, grouping), [model, filter, grouping]);
  const rowOf = useMemo(() => new Map(rows.map(({ node }, index) => [node.name, index])), [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    overscan: 20,
    initialRect: { width: 1000, height: 700 },
  });
  const move = (by: number) => {
    const next = stepTo(rows.length, rowOf.get(state.node ?? ""), by);
    const row = next === null ? undefined : rows[next];
    if (next === null || !row) return;
    virtual.scrollToIndex(next);
    state.select(row.node.name);
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <TimelineToolbar
          total={model.nodes.length}
          critical={model.critical.length}
          filter={filter}
          grouping={grouping}
          onFilter={setFilter}
          onGrouping={setGrouping}
        />
        <section
          ref={scroller}
          aria-label="Timeline"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
          tabIndex={0}
          className="min-h-0 flex-1 overflow-y-auto -outline-offset-2 [--timeline:224px_minmax(0,1fr)] max-desk:[--timeline:44%_minmax(0,1fr)]"
        >
          <div className="relative" style={{ height: virtual.getTotalSize() + 24 }}>
            <TimelineHead model={model} scale={scale} ended={ENDED[run.status]} />
            <div className="absolute inset-x-0 top-[54px] bottom-0 grid grid-cols-(--timeline)">
              <div className="border-r border-line" />
              <div className="relative ml-3 overflow-hidden">
                {ticks(scale.length, 12).map(({ at }) => (
                  <span
                    key={at}
                    className="absolute inset-y-0 w-px bg-grid"
                    style={{ left: `${(at / scale.length) * 100}%` }}
                  />
                ))}
                <CriticalLinks model={model} scale={scale} rowOf={rowOf} />
                {run.status === "succeeded" ? null : (
                  <span
                    className={cn(
                      "absolute inset-y-0 border-l border-dashed",
                      run.status === "running" ? "border-running" : "border-failed",
                    )}
                    style={{ left: `${percentOf(scale, model.end)}%` }}
                  />
                )}
              </div>
            </div>
            <ol>
              {virtual.getVirtualItems().map(({ index, start }) => {
                const row = rows[index];
                if (!row) return null;
                const { name } = row.node;
                return (
                  <li key={name} className="absolute inset-x-0" style={{ top: start, height: ROW }}>
                    <button
                      type="button"
                      aria-pressed={name === state.node}
                      title={name}
                      onClick={() => state.select(name)}
                      className={cn(
                        "grid h-full w-full grid-cols-(--timeline) text-left -outline-offset-2",
                        name === state.node ? "bg-select" : "hover:bg-hover/60",
                      )}
                    >
                      <TimelineName row={row} />
                      <span className="relative ml-3 block h-full">
                        <TimelineBar row={row} scale={scale} end={model.end} />
                      </span>
                    </button>
                  </li>
                );
              })}
            </ol>
          </div>
        </section>
      </div>
      {state.node === null ? <CriticalSummary /> : null}
    </div>
  );
}
