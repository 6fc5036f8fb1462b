"use client";
import type { RunSummary } from "@heddle/contract";
import { useRef, useState } from "react";

/** Runs that are marked in the list. They stay as they were last seen when the list no longer holds them. */
export function useSelection(runs: readonly RunSummary[]) {
  const [selected, setSelected] = useState<ReadonlyMap<string, RunSummary>>(new Map());
  const anchor = useRef<string | null>(null);
  const indexOf = (id: string | null) => runs.findIndex((run) => run.id === id);

  const toggle = (id: string) => {
    anchor.current = id;
    setSelected((before) => {
      const after = new Map(before);
      const run = runs[indexOf(id)];
      if (!after.delete(id) && run) after.set(id, run);
      return after;
    });
  };
  /** Marks all runs from the one that was marked last to this one. */
  const extend = (id: string) => {
    const [from, to] = [indexOf(anchor.current), indexOf(id)];
    if (from < 0 || to < 0) return toggle(id);
    setSelected((before) => {
      const after = new Map(before);
      for (const run of runs.slice(Math.min(from, to), Math.max(from, to) + 1)) after.set(run.id, run);
      return after;
    });
  };
  const clear = () => {
    anchor.current = null;
    setSelected(new Map());
  };
  const current = [...selected.values()].map((run) => runs[indexOf(run.id)] ?? run);
  return { selected: current, has: (id: string) => selected.has(id), toggle, extend, clear };
}
