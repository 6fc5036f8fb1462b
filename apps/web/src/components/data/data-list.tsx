"use client";
import type { RunColumn } from "@heddle/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import { usePhone } from "../run/use-phone";
import { cn } from "../ui/cn";
import { DATA_GRID, DataRow } from "./data-row";

const ROW = 44;
const HEAD = 28;
const OVERSCAN = 10;

interface DataListProps {
  columns: readonly RunColumn[];
  hasMore: boolean;
  onReachEnd: () => void;
  /** What stands after the last row. */
  footer: ReactNode;
}

/** Columns in rows; only those in view are in the page. */
export function DataList({ columns, hasMore, onReachEnd, footer }: DataListProps) {
  const scroller = useRef<HTMLElement>(null);
  const phone = usePhone();
  const virtual = useVirtualizer({
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    paddingStart: phone ? 0 : HEAD,
    overscan: OVERSCAN,
    initialRect: { width: 1000, height: 700 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= columns.length - OVERSCAN) onReachEnd();
  }, [hasMore, last, columns.length, onReachEnd]);
  return (
    <section
      ref={scroller}
      aria-label="Columns of all nodes"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <div className="relative" style={{ height: virtual.getTotalSize() }}>
        <div
          aria-hidden
          className={cn(
            DATA_GRID,
            "sticky top-0 z-10 h-7 border-b border-line bg-bg text-11 font-medium text-ink-3 max-desk:hidden",
          )}
        >
          <span />
          <span>Column</span>
          <span>Node</span>
          <span>Missing</span>
          <span>Figures</span>
          <span>Distribution</span>
          <span />
        </div>
        <ul>
          {items.map(({ index, start }) => {
            const column = columns[index];
            if (!column) return null;
            return (
              <li key={index} className="absolute inset-x-0" style={{ top: start, height: ROW }}>
                <DataRow column={column} />
              </li>
            );
          })}
        </ul>
      </div>
      {footer}
    </section>
  );
}
