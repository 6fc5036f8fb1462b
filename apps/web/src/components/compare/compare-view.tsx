"use client";
import type { ComparisonSummary } from "@heddle/core";
import { useMemo } from "react";
import { causeId } from "./cause-words";
import { Causes } from "./causes";
import { CodeSection } from "./code-section";
import { ColumnsSection } from "./columns-section";
import { CompareBar } from "./compare-bar";
import { CompareContext } from "./compare-context";
import type { ComparedPair } from "./compare-query";
import { GraphSection } from "./graph-section";
import { NodesSection } from "./nodes-section";
import { SameList } from "./same-list";
import { SectionNav } from "./section-nav";
import { useCompareKeys } from "./use-compare-keys";
import { useCompareState } from "./use-compare-state";
import { ValuesSections } from "./values-sections";
import { VerdictHead } from "./verdict-head";

/** Two runs side by side: what may explain the difference first, then what is the same, then all of it. */
export function CompareView({ pair, summary }: { pair: ComparedPair; summary: ComparisonSummary }) {
  const first = summary.causes.find(({ weak, explains }) => !weak && explains !== "nothing");
  const state = useCompareState(first ? causeId(first) : null);
  useCompareKeys(summary, state);
  const value = useMemo(() => ({ pair, summary, state }), [pair, summary, state]);
  return (
    <CompareContext value={value}>
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <CompareBar />
        <VerdictHead />
        <SectionNav />
        <Causes />
        <div className="grid grid-cols-[minmax(0,1fr)_360px] border-t border-line max-mid:grid-cols-1">
          <GraphSection />
          <SameList />
        </div>
        <ColumnsSection />
        <NodesSection />
        <CodeSection />
        <ValuesSections />
      </div>
    </CompareContext>
  );
}
