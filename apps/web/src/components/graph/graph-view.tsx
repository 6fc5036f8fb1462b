"use client";
import { layoutGraph } from "@heddle/core/graph/layout";
import { BOX } from "@heddle/core/graph/size";
import { ReactFlowProvider } from "@xyflow/react";
import { useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { useRun } from "../run/run-context";
import { runParams } from "../run/run-params";
import { useChangedNodes } from "../run/use-run-changes";
import { openingCamera, type Size } from "./camera";
import { groupEdges } from "./edge-groups";
import { failurePath } from "./failure-path";
import { flowNodes, isFar } from "./flow-nodes";
import { GraphStage } from "./graph-stage";

/** What the server assumes of the screen; the browser corrects it before anything is seen to move. */
const ASSUMED = { width: 1392, height: 600 };

/** The run as a graph. */
export function GraphView() {
  const { model, state } = useRun();
  const changed = useChangedNodes();
  const [colour, setColour] = useQueryState("colour", runParams.colour);
  // Live updates bring new nodes with the same edges: only another shape is laid out again.
  const shape = JSON.stringify(model.nodes.map(({ name, dependencies }) => [name, dependencies]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says all that the layout depends on.
  const layout = useMemo(() => layoutGraph(model.nodes), [shape]);
  const placed = useMemo(() => new Map(layout.nodes.map((node) => [node.name, node])), [layout]);
  const path = useMemo(() => failurePath(model, changed), [model, changed]);
  const edges = useMemo(() => groupEdges(layout, model, path.edges), [layout, model, path]);
  const longest = useMemo(
    () => model.nodes.reduce((most, { durationMs }) => Math.max(most, durationMs ?? 0), 0),
    [model],
  );
  const focus = placed.get(state.node ?? model.failures[0]?.name ?? "");
  const top = layout.nodes.find(({ layer }) => layer === 0)?.name ?? null;
  const entry = state.node ?? model.failures[0]?.name ?? top;
  const drawing = {
    model,
    layout,
    placed,
    edges,
    path,
    colour,
    longest,
    selected: state.node,
    changed,
    entry,
  };
  const opening = (size: Size) => openingCamera(layout, size, focus ? { ...focus, ...BOX } : null);
  const [first] = useState(() => {
    const camera = opening(ASSUMED);
    return { camera, nodes: flowNodes(layout, isFar(layout, camera.zoom)) };
  });
  return (
    <ReactFlowProvider initialNodes={first.nodes} initialWidth={ASSUMED.width} initialHeight={ASSUMED.height}>
      <GraphStage
        drawing={drawing}
        opening={opening}
        firstCamera={first.camera}
        onColour={(next) => void setColour(next)}
        onSelect={state.select}
      />
    </ReactFlowProvider>
  );
}
