"use client";
import { useQueryStates } from "nuqs";
import { useCallback } from "react";
import { runParams, type TabKey } from "./run-params";

/** Which view is open and what is selected in it, kept in the URL. */
export function useRunState() {
  const [{ tab, node, task }, set] = useQueryStates(runParams);
  const setTab = useCallback((next: TabKey) => void set({ tab: next }, { history: "push" }), [set]);
  // Opening and closing are steps that Back undoes; walking from node to node is not.
  const select = useCallback(
    (next: string | null) =>
      void set({ node: next, task: null }, { history: node === null || next === null ? "push" : "replace" }),
    [set, node],
  );
  const setTask = useCallback((next: string) => void set({ task: next }, { history: "replace" }), [set]);
  return { tab, node, task, setTab, select, setTask };
}

export type RunState = ReturnType<typeof useRunState>;
