"use client";
import type { ComparisonSummary } from "@heddle/core";
import { createContext, use } from "react";
import type { ComparedPair } from "./compare-query";
import type { CompareState } from "./use-compare-state";

interface CompareContextValue {
  pair: ComparedPair;
  summary: ComparisonSummary;
  state: CompareState;
}

export const CompareContext = createContext<CompareContextValue | null>(null);

/** The comparison that the page is of. */
export function useCompare(): CompareContextValue {
  const value = use(CompareContext);
  if (!value) throw new Error("useCompare works inside of a comparison only.");
  return value;
}
