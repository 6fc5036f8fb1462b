"use client";
import { BOX } from "@heddle/core/graph/size";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useMemo } from "react";
import { type Camera, centreOn, fitAll, reveal, type Size, ZOOM } from "./camera";

const MOVE_MS = 240;

function moveTime(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : MOVE_MS;
}

/** Moves of the camera. None of them happens by itself: only asked for, or to keep the selection in view. */
export function useCamera() {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    const size = (): Size => ({ width: store.getState().width, height: store.getState().height });
    const go = (camera: Camera) => void flow.setViewport(camera, { duration: moveTime() });
    const zoomTo = (zoom: number) => {
      const { width, height } = size();
      const now = flow.getViewport();
      const next = Math.max(ZOOM.least, Math.min(ZOOM.most, zoom));
      const keep = (offset: number, middle: number) => middle - ((middle - offset) * next) / now.zoom;
      go({ x: keep(now.x, width / 2), y: keep(now.y, height / 2), zoom: next });
    };
    return {
      /** Moves at once, by a way in the drawing. */
      shift: (x: number, y: number) => {
        const now = flow.getViewport();
        void flow.setViewport({ x: now.x + x * now.zoom, y: now.y + y * now.zoom, zoom: now.zoom });
      },
      jump: (camera: Camera) => void flow.setViewport(camera),
      fit: (graph: Size) => go(fitAll(graph, size())),
      reset: () => zoomTo(1),
      zoomIn: () => zoomTo(flow.getZoom() * ZOOM.step),
      zoomOut: () => zoomTo(flow.getZoom() / ZOOM.step),
      reveal: (at: { x: number; y: number }) => {
        const now = flow.getViewport();
        const next = reveal({ ...at, ...BOX }, size(), now);
        if (next !== now) go(next);
      },
      find: (at: { x: number; y: number }) =>
        go(centreOn({ ...at, ...BOX }, size(), Math.max(0.8, flow.getZoom()))),
      centreAt: (point: { x: number; y: number }) =>
        void flow.setViewport(centreOn({ ...point, width: 0, height: 0 }, size(), flow.getZoom())),
      toGraph: (client: { x: number; y: number }) => flow.screenToFlowPosition(client),
    };
  }, [flow, store]);
}

export type CameraMoves = ReturnType<typeof useCamera>;
