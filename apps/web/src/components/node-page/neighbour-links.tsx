import type { NodeStatus } from "@heddle/contract";
import { ChevronDown, ChevronUp } from "lucide-react";
import Link from "next/link";
import { formatCount } from "../../format/number";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { StatusMark } from "../status/status-mark";
import type { PageData } from "./types";

const SHOWN = 200;

interface SideProps {
  title: string;
  nodes: { name: string; status: NodeStatus }[];
  pipeline: string;
  up: boolean;
}

function Side({ title, nodes, pipeline, up }: SideProps) {
  const { base } = useShell();
  const Icon = up ? ChevronUp : ChevronDown;
  return (
    <section aria-label={title} className="min-w-0 px-4 pt-2 pb-2.5 first:border-r first:border-line">
      <h3 className="flex items-center gap-1 text-11 text-ink-3">
        <Icon size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden /> {title}{" "}
        {formatCount(nodes.length)}
      </h3>
      <ul className="mt-0.5 max-h-40 overflow-y-auto text-12">
        {nodes.slice(0, SHOWN).map(({ name, status }) => (
          <li key={name}>
            <Link
              href={paths.node(base, { pipeline, node: name })}
              title={name}
              className="flex h-5.5 items-center gap-1.5 -outline-offset-1 hover:text-accent max-desk:h-9"
            >
              <StatusMark status={status} size={12} />
              <span className="truncate">{name}</span>
            </Link>
          </li>
        ))}
        {nodes.length > SHOWN ? (
          <li className="text-ink-3">{formatCount(nodes.length - SHOWN)} more</li>
        ) : null}
      </ul>
    </section>
  );
}

/** What the node reads and what reads it, with their state in the shown run. */
export function Around({ page }: { page: PageData }) {
  return (
    <div className="mt-auto grid grid-cols-2 border-t border-line">
      <Side title="Upstream" nodes={page.upstream} pipeline={page.pipeline} up />
      <Side title="Downstream" nodes={page.downstream} pipeline={page.pipeline} up={false} />
    </div>
  );
}
