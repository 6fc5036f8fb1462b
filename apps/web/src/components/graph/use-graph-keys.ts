"use client";
import { moduleKey, moduleOf } from "@heddle/core/graph/modules";
import type { RefObject } from "react";
import { useKeys } from "../../hooks/use-keys";
import type { Drawing } from "./graph-context";
import type { CameraMoves } from "./use-camera";
import { type Arrow, walk } from "./walk";

/** A box far away is drawn only after the camera has moved; it takes a few frames. */
const FRAMES = 30;

function focusBox(region: HTMLElement | null, name: string, frames = FRAMES): void {
  const module = moduleOf(name);
  const wanted =
    module === null ? `[data-node="${CSS.escape(name)}"]` : `[data-module="${CSS.escape(module)}"]`;
  const box = region?.querySelector<HTMLElement>(wanted);
  if (box) box.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusBox(region, name, frames - 1));
}

/** Arrow keys walk along edges, from the selected node or into the graph. */
export function useGraphKeys(
  region: RefObject<HTMLElement | null>,
  drawing: Drawing,
  camera: CameraMoves,
): void {
  const step = (arrow: Arrow) => (event: KeyboardEvent) => {
    const inside = event.target instanceof Node && region.current?.contains(event.target);
    if (!inside && event.target !== document.body) return;
    event.preventDefault();
    const { selected, entry, placed, links, boxOf, onSelect } = drawing;
    // A folded module cannot be selected: there the focus says where one is.
    const module = document.activeElement instanceof HTMLElement && document.activeElement.dataset.module;
    const here = module ? moduleKey(module) : selected === null ? null : boxOf(selected);
    const next = here === null ? entry : walk(placed, links, here, arrow);
    const at = next === null ? undefined : placed.get(next);
    if (next === null || !at) return;
    if (moduleOf(next) === null) onSelect(next);
    camera.reveal(at);
    focusBox(region.current, next);
  };
  useKeys({
    ArrowUp: step("ArrowUp"),
    ArrowDown: step("ArrowDown"),
    ArrowLeft: step("ArrowLeft"),
    ArrowRight: step("ArrowRight"),
  });
}
