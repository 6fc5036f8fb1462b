"use client";
import type { ComparedNodes } from "@heddle/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { formatDuration } from "@/format/duration";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { DIFFERENCES } from "../diff/differences";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { useCompare } from "./compare-context";
import { nodesOptions } from "./compare-query";
import { relativeChange } from "./figure-rows";
import { ListSection } from "./list-section";
import { CELL, type HeadCell, PHONE_CELL, ROW, TableHead } from "./table-head";
import { plural } from "./verdict-words";

type Node = ComparedNodes["nodes"][number];
type Side = Node["after"];

const HEAD: HeadCell[] = [
  { name: "Status", className: "w-48" },
  { name: "Node", className: "w-[24%]" },
  { name: "Code", className: "w-28" },
  { name: "Duration", className: "w-52", right: true },
  { name: "Rows", className: "w-52 max-mid:hidden", right: true },
  { name: "Error", className: "max-mid:hidden" },
];

/** So many at first: the worst, and then the rest of the page can be reached. */
const SHOWN = 15;

/** Nodes of both runs, worst first. */
export function NodesSection() {
  const { pair, summary, state } = useCompare();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.compare.nodes.infiniteQueryOptions(...nodesOptions(pair, state.differences)),
  );
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const { differing, total } = summary.nodes;
  const [limit, setLimit] = useState(SHOWN);
  return (
    <ListSection
      id="nodes"
      title="Nodes"
      note={`${formatCount(differing)} of ${plural(total, "node")} ${differing === 1 ? "differs" : "differ"}`}
      query={limit < rows.length ? { ...query, hasNextPage: false } : query}
      empty={
        rows.length > 0
          ? null
          : total === 0
            ? "No node was recorded."
            : "No node differs. Switch off “Differences only” to see them all."
      }
    >
      <table aria-label="Nodes" className="w-full table-fixed border-separate border-spacing-0 text-12">
        <TableHead cells={HEAD} />
        <tbody className="max-desk:block">
          {rows.slice(0, limit).map((node) => (
            <Row key={node.name} node={node} />
          ))}
        </tbody>
      </table>
      {limit < rows.length ? (
        <div className="px-(--gutter) py-2">
          <Button size="sm" onClick={() => setLimit(Number.POSITIVE_INFINITY)}>
            {formatCount(rows.length - limit)} more nodes
          </Button>
        </div>
      ) : null}
    </ListSection>
  );
}

function Row({ node }: { node: Node }) {
  const { base } = useShell();
  const { summary } = useCompare();
  const { name, difference, before, after } = node;
  const { icon: Icon, spoken } = DIFFERENCES[difference];
  const failed = after?.status === "failed" ? after : before?.status === "failed" ? before : null;
  return (
    <tr className={ROW}>
      <td className={cn(CELL, PHONE_CELL)}>
        <Statuses before={before} after={after} />
      </td>
      <td className={cn(CELL, PHONE_CELL, "font-medium max-desk:order-first max-desk:w-full")} title={name}>
        <Link href={paths.run(base, summary.b.id, { node: name })} className="hover:text-accent">
          {name}
        </Link>
      </td>
      <td className={cn(CELL, PHONE_CELL, "text-ink-2")}>
        {difference === "same" ? null : (
          <span className="flex items-center gap-1.25" title={spoken}>
            {Icon ? <Icon size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden /> : null}
            {difference}
          </span>
        )}
      </td>
      <td className={cn(CELL, PHONE_CELL, "text-right max-desk:ml-auto")}>
        <Pair before={before?.durationMs ?? null} after={after?.durationMs ?? null} format={formatDuration} />
      </td>
      <td className={cn(CELL, "text-right max-mid:hidden")}>
        <Pair before={before?.rows ?? null} after={after?.rows ?? null} format={formatCount} />
      </td>
      <td className={cn(CELL, "max-mid:hidden")}>
        {failed?.error ? (
          <span title={`${failed.error.type}: ${failed.error.message}`}>
            <span className="font-medium text-failed-text">{failed.error.type}</span>{" "}
            <span className="text-ink-2">{failed.error.message}</span>
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function Statuses({ before, after }: { before: Side; after: Side }) {
  const same = before && after && before.status === after.status;
  const tries = (side: Side) =>
    side && side.attempt > 0 ? `, ${plural(side.attempt + 1, "try", "tries")}` : "";
  if (same) {
    return (
      <span className="flex items-center gap-1.5">
        <StatusMark status={after.status} size={12} label="" />
        <span className={after.status === "failed" ? "text-failed-text" : "text-ink-2"}>
          {STATUS[after.status].label}
          {tries(after)}
        </span>
      </span>
    );
  }
  return (
    <span className="flex items-center gap-1.5">
      {before ? (
        <StatusMark status={before.status} size={12} />
      ) : (
        <span className="text-ink-3" title="Not in A">
          none
        </span>
      )}
      <span aria-hidden className="text-ink-3">
        →
      </span>
      {after ? (
        <>
          <StatusMark status={after.status} size={12} label="" />
          <span className={cn("font-medium", STATUS[after.status].text)}>
            {STATUS[after.status].label}
            {tries(after)}
          </span>
        </>
      ) : (
        <span className="text-ink-3" title="Not in B">
          none
        </span>
      )}
    </span>
  );
}

interface PairProps {
  before: number | null;
  after: number | null;
  format: (value: number) => string;
}

function Pair({ before, after, format }: PairProps) {
  if (before === null && after === null) return null;
  if (before === after && after !== null) return <span className="text-ink-3">{format(after)}</span>;
  const delta = before !== null && after !== null ? relativeChange(before, after) : "";
  return (
    <span title={delta || undefined}>
      <span className="text-ink-3">{before === null ? "none" : format(before)} → </span>
      {after === null ? (
        <span className="text-ink-3">none</span>
      ) : (
        <span className="font-medium">{format(after)}</span>
      )}
      {delta ? (
        <span className="ml-1.5 inline-block w-15 text-ink-2">{delta}</span>
      ) : (
        <span className="ml-1.5 inline-block w-15" />
      )}
    </span>
  );
}
