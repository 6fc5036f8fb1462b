"use client";
import { reach } from "@heddle/core/graph/reach";
import { useStoreApi } from "@xyflow/react";
import { useMemo, useRef, useState } from "react";
import type { Camera, Size } from "./camera";
import type { Colour } from "./colours";
import { GraphCanvas } from "./graph-canvas";
import { type Drawing, DrawingContext } from "./graph-context";
import { GraphTools } from "./graph-tools";
import { Legend } from "./legend";
import { useCamera } from "./use-camera";
import { useGraphKeys } from "./use-graph-keys";
import { useKeepInView } from "./use-keep-in-view";

interface GraphStageProps {
  drawing: Omit<Drawing, "lit" | "onSelect" | "onHover">;
  opening: (size: Size) => Camera;
  /** The camera of the first paint, which the server draws too. */
  firstCamera: Camera;
  onColour: (colour: Colour) => void;
  onSelect: (name: string) => void;
}

/** The graph with everything that acts on it: pointer, keys, camera, tools. */
export function GraphStage({ drawing, opening, firstCamera, onColour, onSelect }: GraphStageProps) {
  const region = useRef<HTMLElement>(null);
  const store = useStoreApi();
  // React Flow takes its camera in an effect, which the server never runs: its boxes would stand elsewhere.
  useState(() => store.setState({ transform: [firstCamera.x, firstCamera.y, firstCamera.zoom] }));
  const camera = useCamera();
  const [hovered, setHovered] = useState<string | null>(null);
  const { model, placed, selected } = drawing;
  const lit = useMemo(
    () =>
      hovered === null
        ? null
        : new Set([...reach(model.links, "up", hovered), hovered, ...reach(model.links, "down", hovered)]),
    [model, hovered],
  );
  const whole: Drawing = { ...drawing, lit, onSelect, onHover: setHovered };
  useKeepInView(region, selected === null ? undefined : placed.get(selected), camera);
  useGraphKeys(region, whole, camera);
  const find = (name: string) => {
    onSelect(name);
    const at = placed.get(name);
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
        <GraphTools camera={camera} onColour={onColour} onFind={find} />
        <Legend />
      </section>
    </DrawingContext>
  );
}
