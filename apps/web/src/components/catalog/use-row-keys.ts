"use client";
import { type RefObject, useRef } from "react";
import { useKeys } from "@/hooks/use-keys";

interface RowKeys {
  list: RefObject<HTMLElement | null>;
  rows: readonly { key: string; heading?: boolean }[];
  /** Scrolls so that the row is drawn. */
  reveal: (index: number) => void;
}

/** `j` and `k` move the focus from row to row, so that Enter opens and screen readers follow. */
export function useRowKeys({ list, rows, reveal }: RowKeys): void {
  const last = useRef<string | null>(null);
  const frame = useRef(0);

  const move = (by: 1 | -1) => {
    const focused = document.activeElement?.closest("[data-row]")?.getAttribute("data-row");
    // A key held down is faster than the focus, which waits for the row to be drawn.
    const from = frame.current === 0 ? (focused ?? last.current) : last.current;
    const at = rows.findIndex(({ key }) => key === from);
    let next = at < 0 ? 0 : at + by;
    while (rows[next]?.heading) next += at < 0 ? 1 : by;
    const key = rows[next]?.key;
    if (key === undefined) return;
    last.current = key;
    reveal(next);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const link = list.current?.querySelector(`[data-row="${CSS.escape(key)}"] [data-row-link]`);
      if (link instanceof HTMLElement) link.focus({ preventScroll: true });
    });
  };

  useKeys({ j: () => move(1), k: () => move(-1) });
}
