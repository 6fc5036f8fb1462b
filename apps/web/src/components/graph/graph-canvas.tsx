"use client";
import { moduleOf } from "@heddle/core/graph/modules";
import { BOX } from "@heddle/core/graph/size";
import { ReactFlow, useStore, useStoreApi } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import "./graph.css";
import { useMemo } from "react";
import { type Camera, ZOOM } from "./camera";
import { EdgeLayer } from "./edge-layer";
import { FarLayer } from "./far-layer";
import { flowNodes, isFar } from "./flow-nodes";
import { useDrawing } from "./graph-context";
import { ModuleBox, ModuleFrame } from "./graph-module";
import { GraphBox } from "./graph-node";
import type { CameraMoves } from "./use-camera";
import { nodeAt } from "./walk";

const NODE_TYPES = { box: GraphBox, module: ModuleBox, frame: ModuleFrame, edges: EdgeLayer, far: FarLayer };

interface GraphCanvasProps {
  camera: CameraMoves;
  opening: Camera;
  /** Called when the camera can be moved. */
  onReady: () => void;
}

/** The drawing surface. Positions are known before the first paint, so the server draws it too. */
export function GraphCanvas({ camera, opening, onReady }: GraphCanvasProps) {
  const { layout, onSelect, onOpen } = useDrawing();
  const store = useStoreApi();
  const far = useStore((state) => isFar(layout, state.transform[2]));
  const nodes = useMemo(() => flowNodes(layout, far), [layout, far]);
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
      onMoveStart={() => store.getState().domNode?.toggleAttribute("data-moving", true)}
      onMoveEnd={() => store.getState().domNode?.toggleAttribute("data-moving", false)}
      onPaneClick={(event) => {
        if (!far) return;
        const name = nodeAt(layout, camera.toGraph({ x: event.clientX, y: event.clientY }), BOX);
        const module = name === null ? null : moduleOf(name);
        if (module !== null) onOpen(module, true);
        else if (name !== null) onSelect(name);
      }}
    />
  );
}
