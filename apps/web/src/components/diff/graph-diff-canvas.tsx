"use client";
import { ReactFlow, useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import "../graph/graph.css";
import { linkByName } from "@heddle/core/graph/reach";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { type Arrow, walk } from "../graph/walk";
import { type Camera, centreCamera, isInView, openingDiffCamera, ZOOM } from "./diff-camera";
import { diffFlowNodes, isDiffFar } from "./diff-flow-nodes";
import { useDiffDrawing } from "./graph-diff-context";
import { DiffBox, DiffEdgeLayer, DiffFarLayer } from "./graph-diff-pieces";
import { unionNode } from "./near-changes";

const NODE_TYPES = { box: DiffBox, edges: DiffEdgeLayer, far: DiffFarLayer };
/** The picture is turned, so the ways along its edges are, too. */
const TURNED: Record<string, Arrow> = {
  ArrowRight: "ArrowDown",
  ArrowLeft: "ArrowUp",
  ArrowUp: "ArrowLeft",
  ArrowDown: "ArrowRight",
};
/** A box far away is drawn only after the camera has moved; it takes a few frames. */
const FRAMES = 30;

function focusBox(region: HTMLElement | null, name: string, frames = FRAMES): void {
  const box = region?.querySelector<HTMLElement>(`[data-node="${CSS.escape(name)}"]`);
  if (box) box.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusBox(region, name, frames - 1));
}

/** The drawing surface. Positions are known before the first paint, so the server draws it too. */
export function GraphDiffCanvas({ opening }: { opening: Camera }) {
  const drawing = useDiffDrawing();
  const { layout, boxes, byName, selected, entry, onSelect } = drawing;
  const region = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  const flow = useReactFlow();
  // React Flow takes its camera in an effect, which the server never runs: its boxes would stand elsewhere.
  useState(() => store.setState({ transform: [opening.x, opening.y, opening.zoom] }));
  const far = useStore((state) => isDiffFar(layout, state.transform[2]));
  const nodes = useMemo(() => diffFlowNodes(layout, far), [layout, far]);
  const links = useMemo(() => linkByName([...byName.values()].map(unionNode)), [byName]);

  const chosen = selected === null ? undefined : boxes.get(selected);
  useEffect(() => {
    if (!chosen) return;
    const { width, height, transform } = store.getState();
    const camera = { x: transform[0], y: transform[1], zoom: transform[2] };
    if (width === 0 || isInView(chosen, { width, height }, camera)) return;
    void flow.setViewport(centreCamera(chosen, { width, height }, camera.zoom));
  }, [chosen, flow, store]);

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = TURNED[event.key];
    if (!arrow || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const here = event.target instanceof HTMLElement ? event.target.dataset.node : undefined;
    const next = here === undefined ? entry : walk(layout.placed, links, here, arrow);
    if (next === null) return;
    onSelect(next);
    focusBox(region.current, next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys of the boxes inside.
    <div ref={region} className="absolute inset-0" onKeyDown={onKeyDown}>
      <ReactFlow
        nodes={nodes}
        nodeTypes={NODE_TYPES}
        defaultViewport={opening}
        minZoom={ZOOM.least}
        maxZoom={ZOOM.most}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode={null}
        attributionPosition="bottom-left"
        onInit={() => {
          if (!region.current) return;
          const focus = boxes.get(entry ?? "");
          void flow.setViewport(openingDiffCamera(layout, region.current.getBoundingClientRect(), focus));
        }}
        onPaneClick={(event) => {
          if (!far) return;
          const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
          const hit = layout.boxes.find(
            (box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
          );
          if (hit) onSelect(hit.name);
        }}
      />
    </div>
  );
}
