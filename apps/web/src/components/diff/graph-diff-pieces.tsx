"use client";
import { useMemo } from "react";
import { cn } from "../ui/cn";
import { DIFFERENCE_ORDER, DIFFERENCES } from "./differences";
import { useDiffDrawing } from "./graph-diff-context";

/** One node of the diff, 28 px high. Clicking selects it. */
export function DiffBox({ data }: { data: { name: string } }) {
  const { byName, boxes, calm, selected, entry, onSelect } = useDiffDrawing();
  const [node, box] = [byName.get(data.name), boxes.get(data.name)];
  if (!node || !box) return null;
  const { icon: Icon, spoken, text, box: look } = DIFFERENCES[node.difference];
  const chosen = node.name === selected;
  return (
    <button
      type="button"
      data-node={node.name}
      tabIndex={node.name === entry ? 0 : -1}
      aria-label={calm ? node.name : `${node.name}, ${spoken}`}
      aria-pressed={chosen}
      title={calm ? node.name : `${node.name}, ${spoken}`}
      onClick={() => onSelect(node.name)}
      style={{ width: box.width, height: box.height }}
      className={cn(
        "pointer-events-auto flex items-center gap-1.5 rounded-2 border px-2 text-left text-12",
        calm ? "border-line-strong bg-bg" : look,
        node.difference !== "same" && "font-medium",
        chosen && "outline-[1.5px] outline-offset-[2.5px] outline-accent outline-solid",
      )}
    >
      {Icon ? <Icon size={13} strokeWidth={1.6} absoluteStrokeWidth aria-hidden className={text} /> : null}
      <span className="truncate">{node.name}</span>
    </button>
  );
}

/** All edges, under the boxes. */
export function DiffEdgeLayer() {
  const { layout, edges } = useDiffDrawing();
  return (
    <svg
      aria-hidden
      width={layout.width}
      height={layout.height}
      fill="none"
      className="pointer-events-none block overflow-visible"
    >
      <path d={edges.plain} stroke="var(--n300)" />
      <path d={edges.gone} stroke="var(--n400)" strokeDasharray="3 3" />
      <path d={edges.carries} stroke="var(--n500)" strokeWidth={1.5} />
      <path d={edges.fresh} stroke="var(--accent)" strokeWidth={1.5} />
    </svg>
  );
}

/** All boxes from far away, where names cannot be read: one path for each kind of difference. */
export function DiffFarLayer() {
  const { layout, byName, boxes, selected } = useDiffDrawing();
  const paths = useMemo(() => {
    const byKind = new Map<string, string>();
    for (const { name, x, y, width, height } of layout.boxes) {
      const kind = byName.get(name)?.difference ?? "same";
      byKind.set(kind, `${byKind.get(kind) ?? ""}M${x} ${y}h${width}v${height}h${-width}z`);
    }
    return byKind;
  }, [layout, byName]);
  const chosen = selected === null ? undefined : boxes.get(selected);
  return (
    <svg
      aria-hidden
      width={layout.width}
      height={layout.height}
      className="pointer-events-none block overflow-visible"
    >
      {DIFFERENCE_ORDER.toReversed().map((kind) => (
        <path key={kind} d={paths.get(kind)} fill={DIFFERENCES[kind].fill} />
      ))}
      {chosen ? (
        <rect
          {...boxOf(chosen)}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={3}
          vectorEffect="non-scaling-stroke"
        />
      ) : null}
    </svg>
  );
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x, y, width, height };
}
