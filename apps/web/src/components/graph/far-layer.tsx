"use client";
import { BOX } from "@heddle/core/graph/size";
import { useMemo } from "react";
import { farPaths } from "./far-paths";
import { useDrawing } from "./graph-context";

/** All boxes from far away, where names cannot be read: one path for each colour. */
export function FarLayer() {
  const { layout, fillOf, selected, placed } = useDrawing();
  const paths = useMemo(() => farPaths(layout, fillOf), [layout, fillOf]);
  const chosen = selected === null ? undefined : placed.get(selected);
  return (
    <svg
      aria-hidden
      width={layout.width}
      height={layout.height}
      className="pointer-events-none block overflow-visible"
    >
      {paths.map(({ fill, d }) => (
        <path key={fill} d={d} fill={fill} />
      ))}
      {chosen ? (
        <rect
          x={chosen.x}
          y={chosen.y}
          width={BOX.width}
          height={BOX.height}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={3}
          vectorEffect="non-scaling-stroke"
        />
      ) : null}
    </svg>
  );
}
