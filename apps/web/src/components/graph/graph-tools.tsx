"use client";
import { useStore } from "@xyflow/react";
import { Maximize, Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useKeys } from "@/hooks/use-keys";
import { cn } from "../ui/cn";
import { COLOURS, type Colour } from "./colours";
import { FindNode } from "./find-node";
import { useDrawing } from "./graph-context";
import { Minimap } from "./minimap";
import type { CameraMoves } from "./use-camera";

const ICON = { size: 12, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true };
const NAMES: Record<Colour, string> = { status: "Status", duration: "Duration", changed: "Changed" };
const FLOAT = "rounded-2 border border-line-strong bg-raised";
const ZOOM_BUTTON =
  "grid h-[26px] flex-1 place-items-center text-ink-2 -outline-offset-2 hover:bg-hover hover:text-ink";

interface ToolsProps {
  camera: CameraMoves;
  onColour: (colour: Colour) => void;
  onFind: (name: string) => void;
  /** Further tools below the colours. */
  children: ReactNode;
}

function ColourBy({ onColour }: Pick<ToolsProps, "onColour">) {
  const { colour } = useDrawing();
  useKeys(Object.fromEntries(COLOURS.map((key, index) => [String(index + 1), () => onColour(key)])));
  return (
    <fieldset className={cn(FLOAT, "flex flex-col overflow-hidden text-12 max-desk:hidden")}>
      <legend className="float-left w-full px-2 pt-1 pb-0.5 text-11 text-ink-3">Colour by</legend>
      {COLOURS.map((key, index) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === colour}
          onClick={() => onColour(key)}
          className={cn(
            "px-2 py-[3px] text-left -outline-offset-2",
            key === colour ? "bg-active font-medium" : "text-ink-2 hover:bg-hover",
          )}
        >
          {NAMES[key]}
          <span aria-hidden className="float-right text-11 font-normal text-ink-3">
            {index + 1}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

function Zoom({ camera }: Pick<ToolsProps, "camera">) {
  const { layout } = useDrawing();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  useKeys({
    f: () => camera.fit(layout),
    "0": () => camera.reset(),
    "+": () => camera.zoomIn(),
    "=": () => camera.zoomIn(),
    "-": () => camera.zoomOut(),
  });
  return (
    <fieldset className={cn(FLOAT, "flex items-center overflow-hidden")}>
      <legend className="sr-only">Zoom</legend>
      <button
        type="button"
        aria-label="Zoom out"
        title="Zoom out  -"
        className={ZOOM_BUTTON}
        onClick={camera.zoomOut}
      >
        <Minus {...ICON} />
      </button>
      <button
        type="button"
        aria-label={`Zoom is ${zoom} %, set to 100 %`}
        title="100 %  0"
        onClick={camera.reset}
        className={cn(ZOOM_BUTTON, "min-w-11 text-11")}
      >
        {zoom} %
      </button>
      <button
        type="button"
        aria-label="Zoom in"
        title="Zoom in  +"
        className={ZOOM_BUTTON}
        onClick={camera.zoomIn}
      >
        <Plus {...ICON} />
      </button>
      <button
        type="button"
        aria-label="Fit graph"
        title="Fit  f"
        className={ZOOM_BUTTON}
        onClick={() => camera.fit(layout)}
      >
        <Maximize {...ICON} />
      </button>
    </fieldset>
  );
}

/** What floats over the graph: search and colours above, zoom and minimap below. */
export function GraphTools({ camera, onColour, onFind, children }: ToolsProps) {
  return (
    <>
      <div className="absolute top-2.5 right-3 z-10 flex w-34 flex-col gap-1.5">
        <FindNode onFind={onFind} />
        <ColourBy onColour={onColour} />
        {children}
      </div>
      <div className="absolute right-3 bottom-2.5 z-10 flex w-34 flex-col gap-1.5">
        <Zoom camera={camera} />
        <Minimap camera={camera} />
      </div>
    </>
  );
}
