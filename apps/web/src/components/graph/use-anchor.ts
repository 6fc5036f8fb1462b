"use client";
import type { PlacedNode } from "@heddle/core/graph/layout";
import { type ModuleLayout, moduleKey } from "@heddle/core/graph/modules";
import { useCallback, useLayoutEffect, useRef } from "react";
import type { CameraMoves } from "./use-camera";

/** Keeps a module where it is on the screen while opening or folding it moves everything else. */
export function useAnchor(
  layout: ModuleLayout,
  placed: ReadonlyMap<string, PlacedNode>,
  camera: CameraMoves,
): (module: string) => void {
  const held = useRef<{ module: string; x: number; y: number } | null>(null);
  const cornerOf = useCallback(
    (module: string) =>
      layout.frames.find((frame) => frame.module === module) ?? placed.get(moduleKey(module)),
    [layout, placed],
  );
  useLayoutEffect(() => {
    const before = held.current;
    const now = before && cornerOf(before.module);
    held.current = null;
    if (before && now) camera.shift(before.x - now.x, before.y - now.y);
  }, [cornerOf, camera]);
  return (module) => {
    const corner = cornerOf(module);
    if (corner) held.current = { module, x: corner.x, y: corner.y };
  };
}
