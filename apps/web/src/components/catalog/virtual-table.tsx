"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import { useMedia } from "@/hooks/use-media";
import { useRowKeys } from "./use-row-keys";

interface VirtualTableProps {
  label: string;
  /** A stable key for each row, in order; `heading` rows have none of the keys j and k. */
  rows: readonly { key: string; heading?: boolean }[];
  head: ReactNode;
  renderRow: (index: number) => ReactNode;
  /** Height of a row on a phone. */
  phoneRow: number;
  hasMore: boolean;
  onReachEnd: () => void;
  footer: ReactNode;
}

const ROW = 38;
const HEADING = 30;
const HEAD = 28;
const OVERSCAN = 10;
const FIRST_PAINT = { width: 1280, height: 900 };

/** A table that draws only what is in view; `j` and `k` go from row to row. */
export function VirtualTable(props: VirtualTableProps) {
  const { label, rows, head, renderRow, phoneRow, hasMore, onReachEnd, footer } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const row = useMedia("(max-width: 700px)") ? phoneRow : ROW;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.heading ? HEADING : row),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD,
    initialRect: FIRST_PAINT,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer keeps sizes until told.
  useEffect(() => virtual.measure(), [row, rows]);

  const items = virtual.getVirtualItems();
  const lastDrawn = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastDrawn >= rows.length - OVERSCAN) onReachEnd();
  }, [hasMore, lastDrawn, rows.length, onReachEnd]);
  useRowKeys({ list: scroller, rows, reveal: (index) => virtual.scrollToIndex(index) });

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <table aria-label={label} aria-rowcount={hasMore ? -1 : rows.length + 1} className="block">
        <thead className="sticky top-0 z-20 block bg-bg max-desk:sr-only">{head}</thead>
        <tbody
          className="block"
          style={{
            paddingTop: items[0]?.start ?? 0,
            paddingBottom: Math.max(0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)),
          }}
        >
          {items.map(({ index }) => renderRow(index))}
        </tbody>
      </table>
      {footer}
    </div>
  );
}
