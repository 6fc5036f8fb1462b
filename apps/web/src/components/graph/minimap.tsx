"use client";
import { useStore } from "@xyflow/react";
import { type PointerEvent, useMemo } from "react";
import { farPaths } from "./far-paths";
import { useDrawing } from "./graph-context";
import type { CameraMoves } from "./use-camera";

const WIDTH = 126;
const HEIGHT = 84;
/** Boxes stay visible marks, however many there are. */
const LEAST_LINE = 0.8;

/** The whole graph in small, with what is in view; a press or a drag goes there. */
export function Minimap({ camera }: { camera: CameraMoves }) {
  const { layout, fillOf } = useDrawing();
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const paths = useMemo(() => farPaths(layout, fillOf), [layout, fillOf]);
  const scale = Math.min(WIDTH / Math.max(1, layout.width), HEIGHT / Math.max(1, layout.height));
  const left = (WIDTH - layout.width * scale) / 2;
  const top = (HEIGHT - layout.height * scale) / 2;
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    camera.centreAt({
      x: (event.clientX - frame.left - left) / scale,
      y: (event.clientY - frame.top - top) / scale,
    });
  };
  return (
    <div className="relative rounded-2 border border-line-strong bg-raised p-1 max-desk:hidden">
      <svg aria-hidden width={WIDTH} height={HEIGHT} className="block">
        <g transform={`translate(${left} ${top}) scale(${scale})`}>
          {paths.map(({ fill, d }) => (
            <path
              key={fill}
              d={d}
              fill={fill}
              stroke={fill}
              strokeWidth={LEAST_LINE}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </g>
      </svg>
      <svg
        aria-hidden
        width={WIDTH}
        height={HEIGHT}
        className="absolute inset-1 cursor-pointer overflow-hidden"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          go(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) go(event);
        }}
      >
        <rect
          x={Math.max(0.5, left + (-x / zoom) * scale)}
          y={Math.max(0.5, top + (-y / zoom) * scale)}
          width={Math.max(3, clip(left + (-x / zoom) * scale, (width / zoom) * scale, WIDTH))}
          height={Math.max(3, clip(top + (-y / zoom) * scale, (height / zoom) * scale, HEIGHT))}
          rx={2}
          fill="var(--accent)"
          fillOpacity={0.07}
          stroke="var(--accent)"
        />
      </svg>
    </div>
  );
}

/** Length of the part of a span that lies inside of `0..most`, kept off the border. */
function clip(start: number, length: number, most: number): number {
  return Math.min(most - 0.5, start + length) - Math.max(0.5, start);
}
