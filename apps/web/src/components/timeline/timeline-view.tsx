"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { useKeys } from "@/hooks/use-keys";
import { stepTo } from "../nodes/step-to";
import { useRun } from "../run/run-context";
import { EmptyState } from "../ui/empty-state";
import { CriticalSummary } from "./critical-summary";
import { ModuleRow } from "./module-row";
import { NodeRow } from "./node-row";
import { ROW } from "./row-height";
import { TimelineGrid } from "./timeline-grid";
import { TimelineHead } from "./timeline-head";
import { TimelineOverview } from "./timeline-overview";
import { TimelineToolbar } from "./timeline-toolbar";
import { useTimelineItems } from "./use-timeline-items";
import { useZoom } from "./use-zoom";

const HEAD = 54;
const ENDED = {
  failed: "failed",
  cancelled: "cancelled",
  lost: "lost",
  silent: null,
  running: null,
  succeeded: null,
};

/** The run as a time line: one row a node, the critical path dark and joined. */
export function TimelineView() {
  const { run, model, state } = useRun();
  const { filter, grouping, set, rows, items, toggle, usual, slow } = useTimelineItems();
  const scroller = useRef<HTMLElement>(null);
  const axis = useRef<HTMLDivElement>(null);
  const { scale, whole, range, select, reset } = useZoom(model, axis, scroller);
  const rowOf = useMemo(
    () =>
      new Map(items.flatMap((item, index) => ("row" in item ? [[item.row.node.name, index] as const] : []))),
    [items],
  );
  const slowOf = useMemo(() => new Map(slow.map((one) => [one.name, one])), [slow]);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    overscan: 20,
    initialRect: { width: 1000, height: 700 },
  });
  const move = (by: number) => {
    const names = [...rowOf.keys()];
    const at = state.node === null ? -1 : names.indexOf(state.node);
    const next = stepTo(names.length, at < 0 ? undefined : at, by);
    const name = next === null ? undefined : names[next];
    if (name === undefined) return;
    virtual.scrollToIndex(rowOf.get(name) ?? 0);
    state.select(name);
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <TimelineToolbar
          total={model.nodes.length}
          critical={model.critical.length}
          slow={usual.size > 0 ? slow.length : null}
          filter={filter}
          grouping={grouping}
          onFilter={(rows) => void set({ rows })}
          onGrouping={(group) => void set({ group })}
        />
        <section
          ref={scroller}
          aria-label="Timeline"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
          tabIndex={0}
          className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto -outline-offset-2 [--timeline:224px_minmax(0,1fr)] max-desk:[--timeline:44%_minmax(0,1fr)]"
        >
          <div className="relative" style={{ height: virtual.getTotalSize() + 24 }}>
            <TimelineHead
              model={model}
              scale={scale}
              ended={ENDED[run.status]}
              axis={axis}
              onSelect={select}
            />
            <TimelineGrid scale={scale} rowOf={rowOf} />
            <ol>
              {virtual.getVirtualItems().map(({ index, start }) => {
                const item = items[index];
                if (!item) return null;
                const key = "row" in item ? `node ${item.row.node.name}` : `module ${item.module.module}`;
                return (
                  <li key={key} className="absolute inset-x-0" style={{ top: start, height: ROW }}>
                    {"row" in item ? (
                      <NodeRow
                        row={item.row}
                        scale={scale}
                        end={model.end}
                        usual={usual.get(item.row.node.name)}
                        slow={slowOf.get(item.row.node.name)}
                      />
                    ) : (
                      <ModuleRow
                        item={item.module}
                        scale={scale}
                        onToggle={() => toggle(item.module.module)}
                      />
                    )}
                  </li>
                );
              })}
            </ol>
            {items.length === 0 ? (
              <div className="absolute inset-x-(--gutter) top-18">
                <EmptyState title="No node took longer than usual">
                  Each ended within the time in which nine tenths of its last good runs did.
                </EmptyState>
              </div>
            ) : null}
          </div>
        </section>
        <TimelineOverview rows={rows} whole={whole} range={range} onSelect={select} onReset={reset} />
      </div>
      {state.node === null ? <CriticalSummary slow={slow} /> : null}
    </div>
  );
}
