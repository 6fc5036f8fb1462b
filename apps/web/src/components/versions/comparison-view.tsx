"use client";
import type { VersionComparison, VersionSummary } from "@heddle/core";
import { GraphDiff } from "../diff/graph-diff";
import { ChangedList } from "./changed-list";
import { CodePane } from "./code-pane";
import { ComparisonHead } from "./comparison-head";
import { ComparisonNotice } from "./comparison-notice";
import { ConfigList } from "./config-list";
import { firstChange, type Selection } from "./first-change";

interface ComparisonViewProps {
  comparison: VersionComparison;
  versions: readonly VersionSummary[];
  /** What the URL asks for; the first change when it asks for nothing. */
  wanted: Selection;
  onSelect: (selection: NonNullable<Selection>) => void;
}

/** Graph, functions and code of two versions; selecting a node in one of them selects it in all. */
export function ComparisonView({ comparison, versions, wanted, onSelect }: ComparisonViewProps) {
  const selection = wanted ?? firstChange(comparison);
  const node = selection && "node" in selection ? selection.node : null;
  const { nodes, functions, files } = comparison;
  const listed = functions.length + files.length > 0;
  return (
    <>
      <ComparisonHead comparison={comparison} versions={versions} />
      <ComparisonNotice comparison={comparison} />
      <div className="relative h-72 shrink-0 border-b border-line max-desk:h-64">
        <GraphDiff nodes={nodes} selected={node} onSelect={(name) => onSelect({ node: name })} />
      </div>
      <ConfigList changes={comparison.config} />
      <div
        className={
          listed
            ? "grid min-h-0 flex-1 grid-cols-[208px_minmax(0,1fr)] max-desk:block max-desk:flex-none"
            : "grid min-h-0 flex-1 grid-cols-1 max-desk:block max-desk:flex-none"
        }
      >
        {listed ? <ChangedList comparison={comparison} selection={selection} onSelect={onSelect} /> : null}
        {selection ? <CodePane comparison={comparison} selection={selection} /> : null}
      </div>
    </>
  );
}
