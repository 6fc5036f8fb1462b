"use client";
import {
  CodeXml,
  Columns3,
  LogIn,
  type LucideIcon,
  Monitor,
  Package,
  SlidersHorizontal,
  Workflow,
} from "lucide-react";
import { cn } from "../ui/cn";
import { useCompare } from "./compare-context";
import { sameRows } from "./same-rows";

const ICONS: Record<string, LucideIcon> = {
  Configuration: SlidersHorizontal,
  Packages: Package,
  Functions: CodeXml,
  Inputs: LogIn,
  Columns: Columns3,
  Machine: Monitor,
  "Graph shape": Workflow,
};

/** How much of two runs is the same: half of the answer. */
export function SameList() {
  const { summary } = useCompare();
  return (
    <section
      id="same"
      aria-label="Same on both sides"
      className="min-w-0 scroll-mt-10 px-(--gutter) pt-3 pb-4"
    >
      <h2 className="mb-2 text-14 font-semibold">Same on both sides</h2>
      <dl className="text-12">
        {sameRows(summary).map(({ name, value, href, all }) => {
          const Icon = ICONS[name] ?? Workflow;
          return (
            <div key={name} className="flex min-h-7 items-center gap-2 border-t border-line">
              <Icon
                size={14}
                strokeWidth={1.4}
                absoluteStrokeWidth
                aria-hidden
                className="shrink-0 text-ink-3"
              />
              <dt className="text-ink-2">{name}</dt>
              <dd
                className={cn("ml-auto min-w-0 truncate text-right", all ? "text-ink-3" : "font-medium")}
                title={value}
              >
                {href && !all ? (
                  <a href={href} className="hover:text-accent">
                    {value}
                  </a>
                ) : (
                  value
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
