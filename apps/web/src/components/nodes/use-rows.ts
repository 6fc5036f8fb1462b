"use client";
import type { GraphNode } from "@heddle/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import { useKeys } from "../../hooks/use-keys";
import { useRun } from "../run/run-context";
import { stepTo } from "./step-to";

/** Virtual rows with a cursor: `j` and `k` move it, `Enter` opens; an open panel follows the cursor. */
export function useRows(nodes: readonly GraphNode[], height: number, head: number) {
  const { state } = useRun();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const virtual = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    scrollPaddingStart: head,
    overscan: 12,
    initialRect: { width: 1000, height: 800 },
  });
  const current = state.node ?? cursor;
  const move = (by: number) => {
    const at = current === null ? -1 : nodes.findIndex(({ name }) => name === current);
    const next = stepTo(nodes.length, at < 0 ? undefined : at, by);
    const node = next === null ? undefined : nodes[next];
    if (next === null || !node) return;
    virtual.scrollToIndex(next);
    setCursor(node.name);
    if (state.node !== null) state.select(node.name);
  };
  const open = (event: KeyboardEvent) => {
    const onControl = event.target instanceof Element && event.target.closest("a, button");
    if (!onControl && cursor !== null) state.select(cursor);
  };
  useKeys({ j: () => move(1), k: () => move(-1), Enter: open });
  return { scroller, virtual, current };
}
