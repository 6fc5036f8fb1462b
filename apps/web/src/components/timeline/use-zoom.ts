"use client";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "../../hooks/use-keys";
import type { RunModel } from "../run/run-model";
import { type Scale, timeScale } from "./scale";
import { clampRange, type Range, zoomRange } from "./zoom";

const STEP = 1.5;

/** Which part of the run the time line shows. The wheel zooms over the axis, and anywhere with Ctrl; `+`, `-`, `0`. */
export function useZoom(
  model: RunModel,
  axis: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
) {
  const [range, setRange] = useState<Range | null>(null);
  const all = useMemo(() => timeScale(model.start, model.end), [model.start, model.end]);
  const whole = { from: all.start, to: all.start + all.length };
  const shown = range ?? whole;
  const scale: Scale = range ? { start: range.from, length: range.to - range.from } : all;
  const zoom = (factor: number, at = (shown.from + shown.to) / 2) =>
    setRange(zoomRange(shown, whole, factor, at));
  useKeys({
    "+": () => zoom(1 / STEP),
    "=": () => zoom(1 / STEP),
    "-": () => zoom(STEP),
    "0": () => setRange(null),
  });
  const latest = useRef({ shown, zoom });
  useEffect(() => {
    latest.current = { shown, zoom };
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      const box = axis.current?.getBoundingClientRect();
      const onAxis = event.target instanceof Node && axis.current?.contains(event.target);
      if (!box || event.deltaY === 0 || !(onAxis || event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const { shown: now, zoom: by } = latest.current;
      const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
      by(event.deltaY > 0 ? STEP : 1 / STEP, now.from + (now.to - now.from) * share);
    };
    // React listens passively, and a passive listener cannot keep the page from scrolling.
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [axis, scroller]);
  const select = (next: Range) => setRange(clampRange(next, whole));
  return { scale, whole, range, select, reset: () => setRange(null) };
}
