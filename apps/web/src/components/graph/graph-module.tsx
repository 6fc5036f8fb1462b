"use client";
import { moduleKey } from "@heddle/core/graph/modules";
import { ChevronDown, ChevronRight, CodeXml } from "lucide-react";
import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { shortModule } from "../nodes/module-name";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { cn } from "../ui/cn";
import { moduleWords } from "./folded-module";
import { useDrawing } from "./graph-context";
import { LOOK } from "./node-look";

/** A folded module: a box with others behind it. Clicking opens it. */
export function ModuleBox({ data }: { data: { module: string } }) {
  const { folded, colour, longest, entry, lit, onOpen, onHover } = useDrawing();
  const key = moduleKey(data.module);
  const box = folded.get(key);
  if (!box) return null;
  const { module, status, workMs } = box;
  const words = moduleWords(box);
  const quiet = status === "skipped" || status === "pending";
  return (
    <button
      type="button"
      data-module={module}
      tabIndex={key === entry ? 0 : -1}
      aria-expanded={false}
      aria-label={[
        `Module ${module}`,
        STATUS[status].label.toLowerCase(),
        words,
        box.changed > 0 ? `code of ${box.changed} changed` : "",
      ]
        .filter(Boolean)
        .join(", ")}
      title={`${module}: ${words}${workMs > 0 ? `, which worked ${formatDuration(workMs)} in all` : ""}`}
      onClick={() => onOpen(module, true)}
      onPointerEnter={() => onHover(key)}
      onPointerLeave={() => onHover(null)}
      className={cn(
        "pointer-events-auto relative block h-11 w-[150px] rounded-2 border px-[7px] text-left",
        "before:absolute before:inset-x-[3px] before:-bottom-[4px] before:-z-1 before:h-2 before:rounded-b-2 before:border before:border-line-strong before:bg-bg",
        "after:absolute after:inset-x-[7px] after:-bottom-[7px] after:-z-2 after:h-2 after:rounded-b-2 after:border after:border-line-strong after:bg-bg",
        LOOK[status],
        lit?.has(key) && status !== "failed" && "border-accent",
        colour === "changed" && box.changed === 0 && "opacity-55",
      )}
    >
      {box.changed > 0 ? (
        <span
          aria-hidden
          className="absolute -top-2.25 -left-px flex h-4 items-center gap-1 rounded-1 bg-ink px-1.25 text-[10.5px] font-semibold text-bg"
        >
          <CodeXml size={10} strokeWidth={2} absoluteStrokeWidth /> {formatCount(box.changed)} of{" "}
          {formatCount(box.nodes)}
        </span>
      ) : null}
      <span className="flex h-[22px] items-center gap-[6px]">
        <StatusMark status={status} size={12} label="" />
        <span className="truncate text-12 font-medium">{shortModule(module)}</span>
        <ChevronRight size={10} strokeWidth={1.6} aria-hidden className="ml-auto shrink-0 text-ink-3" />
      </span>
      <span className="flex h-[16px] items-center gap-[6px] text-[10.5px]/[16px] text-ink-3">
        <span className={cn("min-w-0 flex-1 truncate", box.failed > 0 && "text-failed-text")}>{words}</span>
        {workMs > 0 && !quiet ? (
          <span className={cn("whitespace-nowrap", colour === "duration" && "font-semibold text-ink")}>
            {formatDuration(workMs)}
          </span>
        ) : null}
      </span>
      {colour === "duration" && workMs > 0 && longest > 0 ? (
        <span aria-hidden className="absolute inset-x-px bottom-px h-[2.5px] rounded-[1px]">
          <span
            className="absolute inset-y-0 left-0 bg-accent"
            style={{ width: `${Math.max(1, (workMs / longest) * 100)}%` }}
          />
        </span>
      ) : null}
    </button>
  );
}

/** The frame of an open module; its name folds it. */
export function ModuleFrame({
  data,
}: {
  data: { module: string; width: number; height: number; nodes: number };
}) {
  const { onOpen } = useDrawing();
  const { module, width, height, nodes } = data;
  return (
    <div className="rounded-3 border border-line-strong bg-bg/60" style={{ width, height }}>
      <button
        type="button"
        tabIndex={-1}
        aria-expanded
        aria-label={`Fold module ${module}`}
        title={module}
        onClick={() => onOpen(module, false)}
        className="pointer-events-auto flex h-6 max-w-full items-center gap-1 rounded-2 px-2 text-11 text-ink-2 hover:text-ink"
      >
        <ChevronDown size={10} strokeWidth={1.6} aria-hidden className="shrink-0" />
        <span className="truncate font-medium">{shortModule(module)}</span>
        <span className="text-ink-3">{formatCount(nodes)}</span>
      </button>
    </div>
  );
}
