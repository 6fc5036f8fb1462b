"use client";
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Camera, Size } from "./camera";
import type { CameraMoves } from "./use-camera";

/** Sets the camera once, for the screen as it is, before the browser paints. */
export function useOpening(
  region: RefObject<HTMLElement | null>,
  opening: (size: Size) => Camera,
  camera: CameraMoves,
): void {
  const done = useRef(false);
  useLayoutEffect(() => {
    const size = region.current?.getBoundingClientRect();
    if (done.current || !size || size.width === 0) return;
    done.current = true;
    camera.jump(opening(size));
  });
}
