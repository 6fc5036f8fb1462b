"use client";
import type { RunSummary } from "@heddle/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "@/hooks/use-keys";
import { useMedia } from "@/hooks/use-media";
import { paths } from "../shell/paths";
import { NewRunsBar } from "./new-runs-bar";
import { RunRow } from "./run-row";
import { RunsHead } from "./runs-head";
import { SelectionBar } from "./selection/selection-bar";
import { useCompare } from "./selection/use-compare";
import { useSelection } from "./selection/use-selection";
import { useHeldRuns } from "./use-held-runs";
import { useRowCursor } from "./use-row-cursor";

interface RunsTableProps {
  runs: RunSummary[];
  base: string;
  hasMore: boolean;
  onReachEnd: () => void;
  /** What stands after the last row: a skeleton, an error. */
  footer: ReactNode;
}

const ROW = 30;
const PHONE_ROW = 75;
const OVERSCAN = 12;
const HEAD = 28;
const FIRST_PAINT = { width: 1280, height: 900 };

/** A click beside the link, on something that has a tooltip of its own, opens the run too. */
function openRow(event: MouseEvent<HTMLElement>) {
  if (!(event.target instanceof Element) || event.target.closest("a, button, input")) return;
  const link = event.target.closest("[data-run]")?.querySelector("[data-row-link]");
  const { ctrlKey, metaKey, shiftKey } = event;
  link?.dispatchEvent(
    new window.MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}

/** The runs as a table that draws only what is in view. */
export function RunsTable({ runs, base, hasMore, onReachEnd, footer }: RunsTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const [focused, setFocused] = useState(false);
  const router = useRouter();
  const selection = useSelection(runs);
  const { selected, toggle, extend, clear } = selection;
  const { compare, note } = useCompare(selected);
  const { shown, waiting, release } = useHeldRuns(runs, away || focused || selected.length > 0);
  const rowHeight = useMedia("(max-width: 700px)") ? PHONE_ROW : ROW;

  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD,
    initialRect: FIRST_PAINT,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer keeps sizes until told.
  useEffect(() => virtual.measure(), [rowHeight]);

  const items = virtual.getVirtualItems();
  const lastDrawn = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastDrawn >= shown.length - OVERSCAN) onReachEnd();
  }, [hasMore, lastDrawn, shown.length, onReachEnd]);

  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const select = useRef((_id: string, _extend: boolean) => {});
  useEffect(() => {
    select.current = (id, upTo) => (upTo ? extend(id) : toggle(id));
  });
  const onSelect = useCallback((id: string, upTo: boolean) => select.current(id, upTo), []);
  useRowCursor({ list: scroller, ids, reveal: (index) => virtual.scrollToIndex(index), onSelect });
  useKeys({
    c: () => compare && router.push(compare.href),
    Escape: clear,
  });

  const toTop = () => {
    release();
    scroller.current?.scrollTo({ top: 0 });
  };

  return (
    <div className="relative min-h-0 flex-1">
      {waiting > 0 ? <NewRunsBar count={waiting} onShow={toTop} /> : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the keyboard has each row's link. */}
      <div
        ref={scroller}
        onScroll={(event) => setAway(event.currentTarget.scrollTop > 4)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onClick={openRow}
        className="h-full overflow-y-auto overscroll-contain [--run-row:30px] max-desk:[--run-row:75px]"
      >
        <table aria-label="Runs" aria-rowcount={hasMore ? -1 : runs.length + 1} className="block">
          <thead className="sticky top-0 z-20 block bg-bg max-desk:sr-only">
            <RunsHead />
          </thead>
          <tbody
            className="block"
            style={{
              paddingTop: items[0]?.start ?? 0,
              paddingBottom: Math.max(0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)),
            }}
          >
            {items.map(({ index, key }) => {
              const run = shown[index];
              return run ? (
                <RunRow
                  key={key}
                  run={run}
                  href={paths.run(base, run.id)}
                  position={index + 1}
                  selected={selection.has(run.id)}
                  onSelect={onSelect}
                />
              ) : null;
            })}
          </tbody>
        </table>
        {footer}
      </div>
      {selected.length > 0 ? (
        <SelectionBar runs={selected} compare={compare} note={note} onClear={clear} />
      ) : null}
    </div>
  );
}
