"use client";
import { type PointerEvent, type ReactNode, type Ref, useState } from "react";
import { cn } from "../ui/cn";
import type { Range } from "./zoom";

interface DragAreaProps {
  /** What its width stands for. */
  whole: Range;
  onSelect: (range: Range) => void;
  className?: string;
  children: ReactNode;
  ref?: Ref<HTMLDivElement>;
}

/** A drag shorter than this is a click that slipped. */
const LEAST_PIXELS = 4;

/** An axis on which a drag selects a span. Keys reach the same by zooming. */
export function DragArea({ whole, onSelect, className, children, ref }: DragAreaProps) {
  const [drag, setDrag] = useState<{ from: number; to: number; width: number } | null>(null);
  const placeOf = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return { at: Math.min(width, Math.max(0, event.clientX - left)), width };
  };
  const finish = () => {
    setDrag(null);
    if (!drag || Math.abs(drag.to - drag.from) < LEAST_PIXELS) return;
    const moment = (x: number) => whole.from + (x / drag.width) * (whole.to - whole.from);
    onSelect({ from: moment(Math.min(drag.from, drag.to)), to: moment(Math.max(drag.from, drag.to)) });
  };
  return (
    <div
      ref={ref}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const { at, width } = placeOf(event);
        setDrag({ from: at, to: at, width });
      }}
      onPointerMove={(event) => {
        if (drag) setDrag({ ...drag, to: placeOf(event).at });
      }}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
      className={cn("cursor-col-resize touch-pan-y select-none", className)}
    >
      {children}
      {drag ? (
        <span
          aria-hidden
          className="absolute inset-y-0 border-x border-accent bg-accent opacity-20"
          style={{ left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }}
        />
      ) : null}
    </div>
  );
}
