"use client";
import { Minus, Plus } from "lucide-react";
import { cn } from "../ui/cn";
import { useDrawing } from "./graph-context";

/** Edges above and below the selected node that are shown; null is all. */
export interface Hops {
  up: number | null;
  down: number | null;
}

const ICON = { size: 10, strokeWidth: 1.6, absoluteStrokeWidth: true, "aria-hidden": true } as const;
const MOST = 9;
const BUTTON =
  "grid size-5 place-items-center rounded-1 text-ink-2 hover:bg-hover hover:text-ink aria-disabled:text-ink-3";

function Row({ side, hops, onHops }: { side: keyof Hops; hops: Hops; onHops: (hops: Hops) => void }) {
  const now = hops[side];
  const fewer = now === null ? 2 : Math.max(0, now - 1);
  const more = now === null || now >= MOST ? null : now + 1;
  return (
    <div className="clear-both flex items-center gap-1">
      <span className="mr-auto">{side}</span>
      <button
        type="button"
        aria-label={`Fewer hops ${side}`}
        className={BUTTON}
        onClick={() => onHops({ ...hops, [side]: fewer })}
      >
        <Minus {...ICON} />
      </button>
      <output className="min-w-5 text-center font-medium text-ink">{now ?? "all"}</output>
      <button
        type="button"
        aria-label={`More hops ${side}`}
        className={BUTTON}
        onClick={() => onHops({ ...hops, [side]: more })}
      >
        <Plus {...ICON} />
      </button>
    </div>
  );
}

/** Narrows the graph to what is near the selected node. */
export function FocusTool({ hops, onHops }: { hops: Hops; onHops: (hops: Hops) => void }) {
  const { selected } = useDrawing();
  if (selected === null) return null;
  const on = hops.up !== null || hops.down !== null;
  return (
    <fieldset
      className={cn(
        "flex flex-col rounded-2 border border-line-strong bg-raised px-2 pb-1 text-12 text-ink-2 max-desk:hidden",
      )}
    >
      <legend className="float-left w-full pt-1 pb-0.5 text-11 text-ink-3">Focus</legend>
      <Row side="up" hops={hops} onHops={onHops} />
      <Row side="down" hops={hops} onHops={onHops} />
      {on ? (
        <button
          type="button"
          onClick={() => onHops({ up: null, down: null })}
          className="mb-0.5 self-start text-11 text-accent hover:underline"
        >
          show all
        </button>
      ) : null}
    </fieldset>
  );
}
