"use client";
import type { NodeDetail } from "@heddle/contract";
import { ChevronDown, ChevronUp } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { formatCount } from "@/format/number";
import { useRun } from "../run/run-context";
import { StatusMark } from "../status/status-mark";

const SHOWN = 6;

interface SideProps {
  title: string;
  nodes: NodeDetail["upstream"];
  up: boolean;
}

function Side({ title, nodes, up }: SideProps) {
  const { state } = useRun();
  const pathname = usePathname();
  const params = useSearchParams();
  const Icon = up ? ChevronUp : ChevronDown;
  const hrefTo = (name: string) => {
    const query = new URLSearchParams(params);
    query.set("node", name);
    query.delete("task");
    return `${pathname}?${query}`;
  };
  return (
    <section aria-label={title} className="min-w-0 px-4 py-2 first:border-r first:border-line">
      <h3 className="flex items-center gap-1 text-11 text-ink-3">
        <Icon size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden /> {title}{" "}
        {formatCount(nodes.length)}
      </h3>
      <ul className="mt-0.5 max-h-36 overflow-y-auto text-12">
        {nodes.slice(0, SHOWN).map(({ name, status }) => (
          <li key={name}>
            <a
              href={hrefTo(name)}
              title={name}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                state.select(name);
              }}
              className="flex h-5.5 items-center gap-1.5 -outline-offset-1 hover:text-accent"
            >
              <StatusMark status={status} size={12} />
              <span className="truncate">{name}</span>
            </a>
          </li>
        ))}
        {nodes.length > SHOWN ? (
          <li className="text-ink-3">{formatCount(nodes.length - SHOWN)} more</li>
        ) : null}
      </ul>
    </section>
  );
}

/** What the node reads and what reads it, as links. */
export function Neighbours({ upstream, downstream }: Pick<NodeDetail, "upstream" | "downstream">) {
  return (
    <div className="grid grid-cols-2 border-t border-line">
      <Side title="Upstream" nodes={upstream} up />
      <Side title="Downstream" nodes={downstream} up={false} />
    </div>
  );
}
