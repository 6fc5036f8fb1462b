import { ArrowDown, ArrowUp } from "lucide-react";
import { cn } from "../ui/cn";
import { NODE_COLUMNS } from "./node-columns";
import type { SortKey, SortOrder } from "./sort-nodes";

interface NodesHeadProps {
  sort: SortKey;
  order: SortOrder;
  onSort: (key: SortKey) => void;
}

const ARIA = { asc: "ascending", desc: "descending" } as const;

/** Heads of the table; each sorts by its column, a second press turns the order around. */
export function NodesHead({ sort, order, onSort }: NodesHeadProps) {
  return (
    <thead className="sticky top-0 z-10 bg-bg">
      <tr>
        {NODE_COLUMNS.map(({ key, label, width, right }) => {
          const on = key === sort || (sort === "worst" && key === "status");
          const Arrow = order === "asc" ? ArrowUp : ArrowDown;
          return (
            <th
              key={key}
              scope="col"
              style={{ width }}
              aria-sort={on ? ARIA[order] : undefined}
              className={cn(
                "h-7 border-b border-line px-2 text-11 font-medium text-ink-3 first:pl-(--gutter)",
                right ? "text-right" : "text-left",
              )}
            >
              {key === "error" ? (
                label
              ) : (
                <button
                  type="button"
                  onClick={() => onSort(key === "status" ? "worst" : key)}
                  className={cn("inline-flex items-center gap-1 hover:text-ink", on && "text-ink")}
                >
                  {label}
                  {on ? <Arrow size={10} strokeWidth={1.6} aria-hidden /> : null}
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
