"use client";
import { useMemo } from "react";
import { edgesWithin } from "./edge-groups";
import { useDrawing } from "./graph-context";

/** All edges, under the boxes. */
export function EdgeLayer() {
  const { layout, edges, lit } = useDrawing();
  const litPath = useMemo(() => (lit ? edgesWithin(layout, lit) : ""), [layout, lit]);
  return (
    <svg
      aria-hidden
      width={layout.width}
      height={layout.height}
      fill="none"
      className="pointer-events-none block overflow-visible"
    >
      <path d={edges.plain} stroke="var(--n300)" />
      <path d={edges.quiet} stroke="var(--n300)" strokeDasharray="3 3" />
      <path d={edges.failure} stroke="var(--failed)" strokeWidth={1.5} />
      <path d={litPath} stroke="var(--accent)" strokeWidth={1.5} />
    </svg>
  );
}
