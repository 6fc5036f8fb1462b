"use client";
import { useQueryStates } from "nuqs";
import { nodeParams } from "./node-params";

/** What the address of a node's page says, and ways to change it. */
export function useNodeState() {
  const [state, set] = useQueryStates(nodeParams, { history: "push" });
  /** Picks a run; a third one starts anew, and one that was picked is let go. */
  const pick = (id: string) => {
    const { at } = state;
    const next = at.includes(id) ? at.filter((one) => one !== id) : at.length === 1 ? [...at, id] : [id];
    void set({ at: next.length > 0 ? next : null });
  };
  return { state, set, pick };
}

export type NodeState = ReturnType<typeof useNodeState>;
