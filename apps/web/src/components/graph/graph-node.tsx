"use client";
import { CodeXml } from "lucide-react";
import { formatDuration } from "@/format/duration";
import { StatusMark } from "../status/status-mark";
import { cn } from "../ui/cn";
import { useDrawing } from "./graph-context";
import { LOOK } from "./node-look";
import { nodeLabel, nodeWords, shapeKind } from "./node-words";
import { ShapeIcon } from "./shape-icon";

/** How much of the longest node's time this one took, as a bar at the foot of its box. */
function DurationMeter({ share }: { share: number }) {
  return (
    <span aria-hidden className="absolute inset-x-px bottom-px h-[2.5px] overflow-hidden rounded-[1px]">
      <span className="absolute inset-0 bg-accent opacity-20" />
      <span
        className="absolute inset-y-0 left-0 bg-accent"
        style={{ width: `${Math.max(1, share * 100)}%` }}
      />
    </span>
  );
}

/** How a box looks by what changed: its own code, something above it, nothing. */
const CHANGE_LOOK = { own: "border-ink bg-active", below: "border-n500", none: "opacity-55" };

/** Says that the node's own code is not that of the last good run. */
function ChangedFlag() {
  return (
    <span
      aria-hidden
      className="absolute -top-2.25 -left-px flex h-4 items-center gap-1 rounded-1 bg-ink px-1.25 text-[10.5px] font-semibold text-bg"
    >
      <CodeXml size={10} strokeWidth={2} absoluteStrokeWidth /> Code
    </span>
  );
}

/** One node of the graph: 150 x 44 px. Clicking selects it. */
export function GraphBox({ data }: { data: { name: string } }) {
  const { model, colour, longest, selected, changed, below, entry, lit, onSelect, onHover } = useDrawing();
  const node = model.byName.get(data.name);
  if (!node) return null;
  const { name, status, durationMs } = node;
  const showDuration = durationMs !== null && status !== "skipped";
  return (
    <button
      type="button"
      data-node={name}
      tabIndex={name === entry ? 0 : -1}
      aria-label={nodeLabel(node, model.live) + (changed.has(name) ? ", code changed" : "")}
      aria-pressed={name === selected}
      title={name}
      onClick={() => onSelect(name)}
      onPointerEnter={() => onHover(name)}
      onPointerLeave={() => onHover(null)}
      className={cn(
        "pointer-events-auto relative block h-11 w-[150px] rounded-2 border px-[7px] text-left",
        LOOK[status],
        status === "running" && model.live && "motion-safe:animate-[node-pulse_2.4s_ease-in-out_infinite]",
        colour === "changed" && CHANGE_LOOK[changed.has(name) ? "own" : below.has(name) ? "below" : "none"],
        lit?.has(name) && status !== "failed" && "border-accent",
        name === selected &&
          "shadow-[0_0_0_3px_color-mix(in_srgb,var(--accent)_12%,transparent)] outline-[1.5px] outline-offset-[2.5px] outline-accent outline-solid",
      )}
    >
      {changed.has(name) ? <ChangedFlag /> : null}
      <span className="flex h-[22px] items-center gap-[6px]">
        <StatusMark status={status} size={12} label="" />
        <span className="truncate text-12 font-medium">{name}</span>
      </span>
      <span className="flex h-[16px] items-center gap-[6px] text-[10.5px]/[16px] text-ink-3">
        <ShapeIcon kind={shapeKind(node)} className="shrink-0" />
        <span className={cn("min-w-0 flex-1 truncate", status === "failed" && "text-failed-text")}>
          {nodeWords(node, model.live)}
        </span>
        {showDuration ? (
          <span className={cn("whitespace-nowrap", colour === "duration" && "font-semibold text-ink")}>
            {formatDuration(durationMs)}
          </span>
        ) : null}
      </span>
      {colour === "duration" && durationMs !== null && longest > 0 ? (
        <DurationMeter share={durationMs / longest} />
      ) : null}
    </button>
  );
}
