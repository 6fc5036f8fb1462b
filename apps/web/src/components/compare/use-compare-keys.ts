"use client";
import type { ComparisonSummary } from "@heddle/core";
import { useRef } from "react";
import { useKeys } from "@/hooks/use-keys";
import { type KeyHelp, usePageKeys } from "../shell/page-keys";
import { causeId } from "./cause-words";
import type { CompareState } from "./use-compare-state";

const KEYS: readonly KeyHelp[] = [
  { keys: "j k", does: "next, previous cause" },
  { keys: "Enter", does: "open its evidence" },
  { keys: "o", does: "open all evidence, or close it" },
  { keys: "s", does: "swap A and B" },
  { keys: "d", does: "differences only, or all" },
];

/** Keys of the comparison; the focus moves along the causes. */
export function useCompareKeys(summary: ComparisonSummary, state: CompareState): void {
  const last = useRef(-1);
  const move = (by: 1 | -1) => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-cause]")];
    const focused = rows.findIndex((row) => row.contains(document.activeElement));
    const from = focused >= 0 ? focused : last.current;
    last.current = Math.min(rows.length - 1, Math.max(0, from + by));
    rows[last.current]?.focus();
  };
  const openAll = () => {
    const ids = summary.causes.filter(({ weak, explains }) => !weak && explains !== "nothing").map(causeId);
    state.setOpen(ids.every((id) => state.open.has(id)) ? [] : ids);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    o: openAll,
    s: () => state.compare(summary.b.id, summary.a.id),
    d: () => state.setDifferences(!state.differences),
  });
  usePageKeys("Compare", KEYS);
}
