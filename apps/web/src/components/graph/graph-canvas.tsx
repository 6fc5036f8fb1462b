"use client";
import { BOX } from "@heddle/core/graph/size";
import { type Node, ReactFlow, useStore } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import "./graph.css";
import { useMemo } from "react";
import { type Camera, ZOOM } from "./camera";
import { EdgeLayer } from "./edge-layer";
import { FarLayer } from "./far-layer";
import { useDrawing } from "./graph-context";
import { GraphBox } from "./graph-node";
import type { CameraMoves } from "./use-camera";
import { nodeAt } from "./walk";

/** Boxes of larger graphs lose their words, and their elements, below this zoom. */
const FAR = { nodes: 300, zoom: 0.4 };
const NODE_TYPES = { box: GraphBox, edges: EdgeLayer, far: FarLayer };
const STILL = { draggable: false, selectable: false, focusable: false, connectable: false };

interface GraphCanvasProps {
  camera: CameraMoves;
  opening: Camera;
  /** Called when the camera can be moved. */
  onReady: () => void;
}

/** The drawing surface. Positions are known before the first paint, so the server draws it too. */
export function GraphCanvas({ camera, opening, onReady }: GraphCanvasProps) {
  const { layout, onSelect } = useDrawing();
  const far = useStore((state) => state.transform[2] < FAR.zoom) && layout.nodes.length > FAR.nodes;
  const nodes = useMemo((): Node[] => {
    const whole = { position: { x: 0, y: 0 }, width: layout.width, height: layout.height, ...STILL };
    const edges: Node = { id: "edges", type: "edges", data: {}, zIndex: -1, ...whole };
    if (far) return [edges, { id: "far", type: "far", data: {}, ...whole }];
    const boxes = layout.nodes.map(
      ({ name, x, y }): Node => ({
        id: `node ${name}`,
        type: "box",
        position: { x, y },
        ...BOX,
        ...STILL,
        ariaRole: "group",
        data: { name },
      }),
    );
    return [edges, ...boxes];
  }, [layout, far]);
  return (
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
      attributionPosition="bottom-center"
      onInit={onReady}
      onPaneClick={(event) => {
        if (!far) return;
        const name = nodeAt(layout, camera.toGraph({ x: event.clientX, y: event.clientY }), BOX);
        if (name) onSelect(name);
      }}
    />
  );
}
