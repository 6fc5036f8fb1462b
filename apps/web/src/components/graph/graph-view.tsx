"use client";
import { BOX } from "@heddle/core/graph/size";
import { ReactFlowProvider } from "@xyflow/react";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useRun } from "../run/run-context";
import { runParams } from "../run/run-params";
import { openingCamera, type Size } from "./camera";
import { flowNodes, isFar } from "./flow-nodes";
import { GraphStage } from "./graph-stage";
import { useDrawingData } from "./use-drawing-data";
import { useModules } from "./use-modules";

/** What the server assumes of the screen; the browser corrects it before anything is seen to move. */
const ASSUMED = { width: 1392, height: 600 };
const PARAMS = { colour: runParams.colour, up: runParams.up, down: runParams.down };

/** The run as a graph. */
export function GraphView() {
  const { model, state } = useRun();
  const [{ up, down }] = useQueryStates(PARAMS);
  const shape = JSON.stringify(
    model.nodes.map(({ name, module, dependencies }) => [name, module, dependencies]),
  );
  const modules = useModules(shape);
  const focused = (up !== null || down !== null) && state.node !== null;
  // Another picture altogether begins with a camera of its own.
  const picture = JSON.stringify([modules.grouped, focused ? [up, down, state.node] : null]);
  return <Graph key={picture} shape={shape} modules={modules} focus={focused ? { up, down } : null} />;
}

type GraphProps = Pick<Parameters<typeof useDrawingData>[0], "shape" | "modules" | "focus">;

function Graph({ shape, modules, focus }: GraphProps) {
  const { state } = useRun();
  const [{ colour, up, down }, set] = useQueryStates(PARAMS);
  const drawing = useDrawingData({ shape, modules, colour, focus });
  const { model, layout, placed, boxOf } = drawing;
  const wanted = state.node ?? model.failures[0]?.name ?? null;
  const target = wanted === null ? undefined : placed.get(boxOf(wanted));
  const entry = target?.name ?? layout.nodes.find(({ layer }) => layer === 0)?.name ?? null;
  const opening = (size: Size) => openingCamera(layout, size, target ? { ...target, ...BOX } : null);
  const [first] = useState(() => {
    const camera = opening(ASSUMED);
    return { camera, nodes: flowNodes(layout, isFar(layout, camera.zoom)) };
  });
  return (
    <ReactFlowProvider initialNodes={first.nodes} initialWidth={ASSUMED.width} initialHeight={ASSUMED.height}>
      <GraphStage
        drawing={{ ...drawing, entry }}
        modules={modules}
        hops={{ up, down }}
        opening={opening}
        firstCamera={first.camera}
        onColour={(next) => void set({ colour: next })}
        onHops={(next) => void set(next)}
        onSelect={state.select}
      />
    </ReactFlowProvider>
  );
}
