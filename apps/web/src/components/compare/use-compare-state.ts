"use client";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { compareParams } from "@/app/[org]/[project]/compare/search-params";

/** What of the comparison is shown, as the URL says it. `first` is the cause that is open when nobody chose. */
export function useCompareState(first: string | null) {
  const [state, set] = useQueryStates(compareParams, { history: "replace" });
  const open = useMemo(() => new Set(state.open ?? (first === null ? [] : [first])), [state.open, first]);
  const toggle = useCallback(
    (id: string) => {
      const next = new Set(open);
      if (!next.delete(id)) next.add(id);
      // An empty list would be left out of the address, and the first one would open again.
      void set({ open: next.size > 0 ? [...next] : [""] });
    },
    [open, set],
  );
  return {
    differences: state.differences,
    node: state.node,
    open,
    toggle,
    setDifferences: (differences: boolean) => void set({ differences }),
    setOpen: (ids: string[]) => void set({ open: ids.length > 0 ? ids : [""] }),
    select: (node: string | null) => void set({ node }),
    /** Another pair is another comparison: Back leads to this one. */
    compare: (a: string, b: string) =>
      void set({ a, b, open: null, node: null }, { history: "push", shallow: false }),
  };
}

export type CompareState = ReturnType<typeof useCompareState>;
