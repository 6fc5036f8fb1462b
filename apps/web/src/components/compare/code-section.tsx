"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { DIFFERENCES, isOwn } from "../diff/differences";
import { Button } from "../ui/button";
import { useCompare } from "./compare-context";
import { NodeCode } from "./node-code";
import { plural } from "./verdict-words";

const SHOWN = 20;

/** Functions whose own code differs; each opens to its diff. */
export function CodeSection() {
  const { pair, summary } = useCompare();
  const trpc = useTRPC();
  const [limit, setLimit] = useState(SHOWN);
  const { data } = useQuery(trpc.compare.graph.queryOptions(pair));
  const changed = (data?.nodes ?? []).filter(
    ({ difference }) => isOwn(difference) && difference !== "unknown",
  );
  const { total, same, unknown } = summary.functions;
  const differing = total - same - unknown;
  return (
    <section id="code" aria-label="Code" className="scroll-mt-10 border-t border-line">
      <div className="flex min-h-10 items-center gap-2.5 px-(--gutter) pt-1">
        <h2 className="text-14 font-semibold">Code</h2>
        <p className="text-12 text-ink-2">
          {formatCount(differing)} of {plural(total, "function")} {differing === 1 ? "differs" : "differ"}
          {unknown > 0 ? `, ${formatCount(unknown)} cannot be compared` : ""}
        </p>
      </div>
      <ul>
        {changed.slice(0, limit).map(({ name, difference, module }) => (
          <CodeRow key={name} name={name} difference={difference} module={module} />
        ))}
      </ul>
      {changed.length > limit ? (
        <div className="px-(--gutter) py-2">
          <Button size="sm" onClick={() => setLimit(limit + SHOWN)}>
            {formatCount(changed.length - limit)} more
          </Button>
        </div>
      ) : null}
    </section>
  );
}

interface CodeRowProps {
  name: string;
  difference: keyof typeof DIFFERENCES;
  module: string | null;
}

function CodeRow({ name, difference, module }: CodeRowProps) {
  const [open, setOpen] = useState(false);
  const { icon: Icon, spoken } = DIFFERENCES[difference];
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li className="border-t border-line">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-7.5 w-full items-center gap-2 px-(--gutter) text-left text-12 -outline-offset-2 hover:bg-hover"
      >
        <Chevron
          size={12}
          strokeWidth={1.4}
          absoluteStrokeWidth
          aria-hidden
          className="shrink-0 text-ink-3"
        />
        {Icon ? (
          <Icon size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="shrink-0" />
        ) : null}
        <span className="truncate font-medium">{name}</span>
        <span className="shrink-0 text-ink-2">{spoken}</span>
        <span className="ml-auto truncate font-mono text-[11.5px] text-ink-3 max-desk:hidden">{module}</span>
      </button>
      {open ? (
        <div className="px-(--gutter) pt-1 pb-3">
          <NodeCode node={name} />
        </div>
      ) : null}
    </li>
  );
}
