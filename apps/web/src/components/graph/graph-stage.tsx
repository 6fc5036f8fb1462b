"use client";
import { reach } from "@heddle/core/graph/reach";
import { useStoreApi } from "@xyflow/react";
import { useMemo, useRef, useState } from "react";
import type { Camera, Size } from "./camera";
import type { Colour } from "./colours";
import { FocusTool, type Hops } from "./focus-tool";
import { GraphBar } from "./graph-bar";
import { GraphCanvas } from "./graph-canvas";
import { type Drawing, DrawingContext } from "./graph-context";
import { GraphTools } from "./graph-tools";
import { Legend } from "./legend";
import { useAnchor } from "./use-anchor";
import { useCamera } from "./use-camera";
import { useGraphKeys } from "./use-graph-keys";
import { useKeepInView } from "./use-keep-in-view";
import type { useModules } from "./use-modules";

interface GraphStageProps {
  drawing: Omit<Drawing, "lit" | "onSelect" | "onHover" | "onOpen">;
  modules: ReturnType<typeof useModules>;
  hops: Hops;
  opening: (size: Size) => Camera;
  /** The camera of the first paint, which the server draws too. */
  firstCamera: Camera;
  onColour: (colour: Colour) => void;
  onHops: (hops: Hops) => void;
  onSelect: (name: string) => void;
}

/** The graph with everything that acts on it: pointer, keys, camera, tools. */
export function GraphStage(props: GraphStageProps) {
  const { drawing, modules, hops, opening, firstCamera, onColour, onHops, onSelect } = props;
  const region = useRef<HTMLElement>(null);
  const store = useStoreApi();
  // React Flow takes its camera in an effect, which the server never runs: its boxes would stand elsewhere.
  useState(() => store.setState({ transform: [firstCamera.x, firstCamera.y, firstCamera.zoom] }));
  const camera = useCamera();
  const [hovered, setHovered] = useState<string | null>(null);
  const { model, links, placed, boxOf, selected } = drawing;
  const lit = useMemo(() => {
    if (hovered === null) return null;
    // What a node reaches is known exactly; of a folded module, what its edges lead to.
    const exact = model.byName.has(hovered);
    const around = (direction: "up" | "down") => [...reach(exact ? model.links : links, direction, hovered)];
    return new Set([...around("up"), hovered, ...around("down")].map(exact ? boxOf : (box) => box));
  }, [model, links, boxOf, hovered]);
  const hold = useAnchor(drawing.layout, placed, camera);
  const onOpen = (module: string, open: boolean) => {
    hold(module);
    setHovered(null);
    modules.setOpen(module, open);
  };
  const whole: Drawing = { ...drawing, lit, onSelect, onHover: setHovered, onOpen };
  useKeepInView(region, selected === null ? undefined : placed.get(boxOf(selected)), camera);
  useGraphKeys(region, whole, camera);
  const find = (name: string) => {
    onSelect(name);
    const module = model.byName.get(name)?.module;
    if (module && modules.grouped && !modules.open.has(module)) modules.setOpen(module, true);
    const at = placed.get(boxOf(name));
    if (at) camera.find(at);
  };
  return (
    <DrawingContext value={whole}>
      <section
        ref={region}
        aria-label="Graph"
        className="relative min-h-0 flex-1 overflow-hidden bg-sunken bg-[radial-gradient(var(--n150)_.75px,transparent_.75px)] bg-size-[16px_16px]"
      >
        <GraphCanvas
          camera={camera}
          opening={firstCamera}
          onReady={() => {
            if (region.current) camera.jump(opening(region.current.getBoundingClientRect()));
          }}
        />
        <GraphBar modules={modules} />
        <GraphTools camera={camera} onColour={onColour} onFind={find}>
          <FocusTool hops={hops} onHops={onHops} />
        </GraphTools>
        <Legend />
      </section>
    </DrawingContext>
  );
}
