"use client";
import { type RefObject, useRef } from "react";
import { useKeys } from "@/hooks/use-keys";
import { type KeyHelp, usePageKeys } from "../shell/page-keys";

const KEYS: readonly KeyHelp[] = [
  { keys: "j k", does: "next, previous run" },
  { keys: "Enter", does: "open the run" },
  { keys: "/", does: "filter" },
  { keys: "x", does: "select the run" },
  { keys: "X", does: "select up to the run" },
  { keys: "c", does: "compare what is selected" },
  { keys: "Esc", does: "clear the selection" },
];

interface RowCursor {
  list: RefObject<HTMLElement | null>;
  ids: readonly string[];
  /** Scrolls so that the row is drawn. */
  reveal: (index: number) => void;
  onSelect: (id: string, extend: boolean) => void;
}

/**
 * `j` and `k` move the focus from row to row, so that Enter opens and screen readers follow; `x` selects the row
 * that has it, or had it last.
 */
export function useRowCursor({ list, ids, reveal, onSelect }: RowCursor): void {
  const last = useRef<string | null>(null);
  const frame = useRef(0);

  const move = (by: 1 | -1) => {
    const focused = document.activeElement?.closest("[data-run]")?.getAttribute("data-run");
    // A key held down is faster than the focus, which waits for the row to be drawn.
    const from = frame.current === 0 ? (focused ?? last.current) : last.current;
    const at = ids.indexOf(from ?? "");
    const next = at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by));
    const id = ids[next];
    if (id === undefined) return;
    last.current = id;
    reveal(next);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const row = list.current?.querySelector(`[data-run="${CSS.escape(id)}"] [data-row-link]`);
      if (row instanceof HTMLElement) row.focus({ preventScroll: true });
    });
  };

  const select = (extend: boolean) => {
    const focused = document.activeElement?.closest("[data-run]")?.getAttribute("data-run") ?? last.current;
    if (focused !== null && ids.includes(focused)) onSelect(focused, extend);
  };

  const selectUpTo = () => select(true);
  useKeys({ j: () => move(1), k: () => move(-1), x: () => select(false), X: selectUpTo });
  usePageKeys("Runs", KEYS);
}
