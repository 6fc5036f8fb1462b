"use client";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { cn } from "../../ui/cn";
import { moveHandle, type Stretch, stretchBetween } from "./brush-range";

interface BrushProps {
  count: number;
  stretch: Stretch;
  /** Whether anything is left out. */
  narrowed: boolean;
  /** The time at the edge of a bucket, in words. */
  wordsAt: (edge: number) => string;
  onSelect: (stretch: Stretch) => void;
  children: ReactNode;
}

const KEYS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -6,
  PageUp: 6,
};

/** Chooses a stretch of a picture in buckets: drag over it, or move its two handles with the arrow keys. */
export function Brush({ count, stretch, narrowed, wordsAt, onSelect, children }: BrushProps) {
  const area = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ from: number; now: Stretch } | null>(null);
  const shown = drag?.now ?? stretch;
  const percent = (edge: number) => `${(edge / Math.max(1, count)) * 100}%`;

  const placeOf = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect();
    return box && box.width > 0 ? (event.clientX - box.left) / box.width : 0;
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || count === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeOf(event);
    const edges = [stretch.first, stretch.end].map((edge) => edge / count);
    // Near a handle the other one stays: that end is what is moved.
    const width = area.current?.clientWidth ?? 1;
    const near = narrowed ? edges.findIndex((edge) => Math.abs(edge - place) * width < 6) : -1;
    const from = near < 0 ? place : (edges[1 - near] ?? place) + (near === 0 ? -1e-6 : 1e-6);
    setDrag({ from, now: stretchBetween(from, place, count) });
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (drag) setDrag({ ...drag, now: stretchBetween(drag.from, placeOf(event), count) });
  };
  const onPointerUp = () => {
    if (drag) onSelect(drag.now);
    setDrag(null);
  };
  const onKey = (handle: keyof Stretch) => (event: KeyboardEvent) => {
    const by = event.key === "Home" ? -count : event.key === "End" ? count : KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onSelect(moveHandle(stretch, handle, by, count));
  };
  const handle = (which: keyof Stretch, label: string) => (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={count}
      aria-valuenow={Math.round(shown[which])}
      aria-valuetext={wordsAt(shown[which])}
      onKeyDown={onKey(which)}
      style={{ left: percent(shown[which]) }}
      className={cn(
        "absolute top-4 h-5 w-1.5 -translate-x-1/2 cursor-ew-resize rounded-full border border-accent bg-bg",
        "focus-visible:opacity-100",
        !narrowed && !drag && "opacity-0 group-hover:opacity-100",
      )}
    />
  );
  return (
    <div
      ref={area}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setDrag(null)}
      className="group relative h-13 cursor-crosshair touch-pan-y select-none"
    >
      {children}
      {narrowed || drag ? (
        <>
          <div
            className="absolute inset-y-0 left-0 bg-bg opacity-62"
            style={{ width: percent(shown.first) }}
          />
          <div className="absolute inset-y-0 right-0 bg-bg opacity-62" style={{ left: percent(shown.end) }} />
          <div
            className="pointer-events-none absolute -top-0.5 bottom-0 border-x border-accent bg-(--now-fill)"
            style={{ left: percent(shown.first), width: percent(shown.end - shown.first) }}
          />
        </>
      ) : null}
      {handle("first", "From")}
      {handle("end", "To")}
    </div>
  );
}
