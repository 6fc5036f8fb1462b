"use client";
import { ReactFlowProvider } from "@xyflow/react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo } from "react";
import { Segmented } from "../ui/segmented";
import { openingDiffCamera } from "./diff-camera";
import { diffEdges } from "./diff-edges";
import { diffFlowNodes, isDiffFar } from "./diff-flow-nodes";
import { type DiffNode, isOwn } from "./differences";
import { GraphDiffCanvas } from "./graph-diff-canvas";
import { DiffDrawingContext } from "./graph-diff-context";
import { nearChanges, unionNode } from "./near-changes";
import { turnedLayout } from "./turned-layout";

/** What the server assumes of the place; the browser corrects it before anything is seen to move. */
const ASSUMED = { width: 880, height: 288 };
const SCOPES = [
  { value: "near", label: "Changed and 1 hop", title: "What differs, and its neighbours" },
  { value: "whole", label: "Whole graph" },
] as const;
/** A graph of fewer nodes than this is shown whole when no node differs. */
const SMALL = 120;

interface GraphDiffProps {
  nodes: readonly DiffNode[];
  selected: string | null;
  onSelect: (name: string) => void;
}

/** The graphs of two versions as one: what was added, removed and changed, and what only follows from it. */
export function GraphDiff({ nodes, selected, onSelect }: GraphDiffProps) {
  const [scope, setScope] = useQueryState(
    "graph",
    parseAsStringLiteral(["near", "whole"]).withDefault("near"),
  );
  const differs = nodes.some(({ difference }) => difference !== "same");
  const near = scope === "near" && (differs || nodes.length > SMALL);
  // Selecting within the neighbourhood must not lay it out again.
  const outside = useMemo(() => {
    const inside = new Set(nearChanges(nodes, null).map(({ name }) => name));
    return selected !== null && !inside.has(selected) ? selected : null;
  }, [nodes, selected]);
  const shown = useMemo(() => (near ? nearChanges(nodes, outside) : nodes), [nodes, near, outside]);
  const drawing = useMemo(() => {
    const layout = turnedLayout(shown.map(unionNode));
    const byName = new Map(shown.map((node) => [node.name, node]));
    const boxes = new Map(layout.boxes.map((box) => [box.name, box]));
    return { layout, byName, boxes, edges: diffEdges(layout, byName) };
  }, [shown]);
  const first = shown.find(({ difference }) => isOwn(difference)) ?? shown[0];
  const entry = selected !== null && drawing.byName.has(selected) ? selected : (first?.name ?? null);
  const opening = openingDiffCamera(drawing.layout, ASSUMED, drawing.boxes.get(entry ?? ""));
  return (
    <section
      aria-label="Graph of the difference"
      className="absolute inset-0 overflow-hidden bg-sunken bg-[radial-gradient(var(--n150)_.75px,transparent_.75px)] bg-size-[16px_16px]"
    >
      {shown.length > 0 ? (
        <DiffDrawingContext value={{ ...drawing, calm: !differs, selected, entry, onSelect }}>
          <ReactFlowProvider
            key={`${scope} ${shown.length} ${shown[0]?.name}`}
            initialNodes={diffFlowNodes(drawing.layout, isDiffFar(drawing.layout, opening.zoom))}
            initialWidth={ASSUMED.width}
            initialHeight={ASSUMED.height}
          >
            <GraphDiffCanvas opening={opening} />
          </ReactFlowProvider>
        </DiffDrawingContext>
      ) : (
        <p className="absolute inset-x-0 top-1/2 -translate-y-1/2 px-5 text-center text-12 text-ink-2">
          {nodes.length > 0 ? "No node differs." : "Neither version has a graph."}
        </p>
      )}
      {differs || nodes.length > SMALL ? (
        <div className="absolute top-2.5 right-3 z-10">
          <Segmented
            label="How much of the graph"
            value={scope}
            options={SCOPES}
            onChange={(next) => void setScope(next, { history: "push" })}
          />
        </div>
      ) : null}
    </section>
  );
}
