"use client";
import { createContext, use } from "react";

/** What is compared, and ways to compare something else. */
export interface Choice {
  from: string | null;
  to: string | null;
  /** Versions that `x` has picked for the next comparison. */
  picked: readonly string[];
  compare: (from: string | null, to: string) => void;
}

export const ChoiceContext = createContext<Choice | null>(null);

export function useChoice(): Choice {
  const choice = use(ChoiceContext);
  if (!choice) throw new Error("useChoice works on the versions page only.");
  return choice;
}
