import { ChevronDown, ChevronRight } from "lucide-react";
import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { shortModule } from "../nodes/module-name";
import { cn } from "../ui/cn";
import { concurrency } from "./concurrency";
import { percentOf, type Scale } from "./scale";
import type { ModuleItem } from "./timeline-items";

const PARTS = 80;

/** How many nodes of a folded module worked when, as shades of one bar. */
function Density({ item, scale }: { item: ModuleItem; scale: Scale }) {
  if (!item.span) return null;
  const { start, end } = item.span;
  const { parts } = concurrency(item.spans, start, Math.max(end, start + 1), PARTS);
  const most = Math.max(...parts, Number.MIN_VALUE);
  const [left, right] = [percentOf(scale, start), percentOf(scale, end)];
  return (
    <>
      <svg
        aria-hidden
        viewBox={`0 0 ${PARTS} 1`}
        preserveAspectRatio="none"
        className="absolute top-[5px] h-[9px] min-w-[2px] rounded-[2px] bg-n150"
        style={{ left: `${left}%`, width: `${right - left}%` }}
      >
        {parts.map((value, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in time.
            key={i}
            x={i}
            width={1}
            height={1}
            fill={item.critical ? "var(--text-2)" : "var(--n500)"}
            opacity={value > 0 ? 0.2 + (0.8 * value) / most : 0}
          />
        ))}
      </svg>
      <span
        className="absolute top-[1.5px] px-1.75 text-11 whitespace-nowrap text-ink-2 max-desk:hidden"
        style={right > 92 ? { right: `${100 - left}%` } : { left: `${right}%` }}
      >
        {formatDuration(end - start)}
      </span>
    </>
  );
}

/** The head of a module: its name folds and opens it; folded, all of its nodes are one bar. */
export function ModuleRow({
  item,
  scale,
  onToggle,
}: {
  item: ModuleItem;
  scale: Scale;
  onToggle: () => void;
}) {
  const { module, nodes, failed, skipped, open } = item;
  const Icon = open ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      aria-expanded={open}
      title={module}
      onClick={onToggle}
      className="grid h-full w-full grid-cols-(--timeline) text-left -outline-offset-2 hover:bg-hover/60"
    >
      <span className="flex h-full min-w-0 items-center gap-1.5 border-r border-line pr-2.5 pl-(--gutter) text-12">
        <Icon size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="shrink-0 text-ink-3" />
        <span className={cn("truncate", item.critical && "font-semibold")}>{shortModule(module)}</span>
        <span className="ml-auto shrink-0 text-11 text-ink-3">
          {failed > 0 ? (
            <span className="font-medium text-failed-text">{formatCount(failed)} failed, </span>
          ) : null}
          {skipped > 0
            ? `${formatCount(skipped)} skipped of ${formatCount(nodes)}`
            : `${formatCount(nodes)} nodes`}
        </span>
      </span>
      <span className="relative ml-3 block h-full overflow-hidden">
        {open ? null : <Density item={item} scale={scale} />}
      </span>
    </button>
  );
}
