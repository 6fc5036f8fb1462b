"use client";
import { type RefObject, useEffect, useRef } from "react";
import type { CameraMoves } from "./use-camera";

/** When the panel takes room from the graph, moves the camera just so far that the selection stays in view. */
export function useKeepInView(
  region: RefObject<HTMLElement | null>,
  selected: { x: number; y: number } | undefined,
  camera: CameraMoves,
): void {
  const latest = useRef(selected);
  useEffect(() => {
    latest.current = selected;
  });
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      const narrower = element.clientWidth < width;
      width = element.clientWidth;
      if (!narrower || !latest.current) return;
      const at = latest.current;
      // The canvas learns its new size from an observer of its own, in the same frame.
      requestAnimationFrame(() => camera.reveal(at));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [region, camera]);
}
