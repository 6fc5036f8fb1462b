import { formatCount } from "@/format/number";
import { cn } from "../ui/cn";
import { DIFFERENCE_ORDER, DIFFERENCES, type DiffNode } from "./differences";

/** How many nodes differ, and in what way: the legend of the graph, with figures. */
export function DiffCounts({ nodes }: { nodes: readonly Pick<DiffNode, "difference">[] }) {
  const counted = DIFFERENCE_ORDER.map((difference) => ({
    difference,
    count: nodes.filter((node) => node.difference === difference).length,
  })).filter(({ count }) => count > 0);
  return (
    <ul aria-label="Nodes by difference" className="flex flex-wrap items-center gap-x-3 text-12">
      {counted.map(({ difference, count }) => {
        const { icon: Icon, word, spoken, text } = DIFFERENCES[difference];
        return (
          <li
            key={difference}
            title={`${formatCount(count)} ${count === 1 ? "node" : "nodes"}: ${spoken}`}
            className={cn("inline-flex items-center gap-1 whitespace-nowrap", text)}
          >
            {Icon ? <Icon size={12} strokeWidth={1.6} absoluteStrokeWidth aria-hidden /> : null}
            {formatCount(count)} {word}
          </li>
        );
      })}
    </ul>
  );
}
