"use client";
import type { CatalogNode } from "@heddle/core";
import Link from "next/link";
import { memo } from "react";
import { formatCount } from "../../format/number";
import { ShapeIcon } from "../graph/shape-icon";
import { shortModule } from "../nodes/module-name";
import { Highlighted } from "../palette/highlighted";
import { paths } from "../shell/paths";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Instant } from "../time/instant";
import { cn } from "../ui/cn";
import { shapeWords, valueWords } from "./facet-words";
import { lastValue } from "./last-value";
import { FROM_MID, FROM_WIDE, nodeGrid, type Shown } from "./node-columns";

interface NodeRowProps {
  node: CatalogNode;
  rowKey: string;
  base: string;
  words: readonly string[];
  shown: Shown;
  /** Place in the list, from 1, for assistive technology. */
  position: number;
}

function TypeWords({ node: { kind, output } }: { node: CatalogNode }) {
  const { label, icon } = output
    ? shapeWords(output.shape)
    : { label: valueWords("kind", kind), icon: kind === "input" ? ("data" as const) : ("code" as const) };
  return (
    <span className="flex items-center gap-1 text-ink-2">
      <ShapeIcon kind={icon} className="shrink-0" />
      <span className="truncate">{label.toLowerCase()}</span>
    </span>
  );
}

/** The doc; without one the type as the code writes it, unless that only says its shape again. */
function What({
  node: { doc, columns, type, output },
  words,
}: {
  node: CatalogNode;
  words: readonly string[];
}) {
  const found = columns.length > 0 ? `column ${columns.join(", ")}` : null;
  const shape = output ? shapeWords(output.shape).label : "";
  const typed = type && type.toLowerCase() !== shape.toLowerCase() ? type : null;
  const text = [found, doc ?? typed].filter(Boolean).join(" · ");
  return (
    <span title={text || undefined} className={cn("block truncate", !doc && "text-ink-3")}>
      <Highlighted text={text} words={words} />
    </span>
  );
}

/** One node of the catalog; the whole row is the link to its page. */
export const NodeRow = memo(function NodeRow({ node, rowKey, base, words, shown, position }: NodeRowProps) {
  const { name, pipeline, module, owner, status, usedBy, run } = node;
  const bad = status === "failed";
  const value = lastValue(node);
  return (
    <tr
      aria-rowindex={position + 1}
      data-row={rowKey}
      className={cn(
        nodeGrid(shown),
        "relative h-9.5 border-b border-line text-12 hover:bg-hover",
        "max-desk:grid max-desk:h-14.5 max-desk:grid-cols-[14px_minmax(0,1fr)_auto] max-desk:grid-rows-[20px_18px] max-desk:content-center max-desk:items-center max-desk:gap-x-2 max-desk:px-(--gutter)",
        "has-[[data-row-link]:focus-visible]:bg-hover has-[[data-row-link]:focus-visible]:shadow-[inset_2px_0_0_var(--accent)]",
      )}
    >
      <td className="flex min-w-0 items-center gap-2 max-desk:col-span-2 max-desk:text-13">
        <StatusMark status={status} label="" />
        <Link
          href={paths.node(base, { pipeline, node: name })}
          data-row-link
          title={name}
          aria-label={`${name} of ${pipeline}, ${STATUS[status].label}`}
          className="min-w-0 truncate font-medium outline-none after:absolute after:inset-0"
        >
          <Highlighted text={name} words={words} />
        </Link>
      </td>
      <td className="min-w-0 max-desk:hidden">
        <TypeWords node={node} />
      </td>
      <td className="min-w-0 text-ink-2 max-desk:order-3 max-desk:col-span-2 max-desk:col-start-2 max-desk:flex max-desk:gap-1.5 max-desk:text-ink-3">
        <span className="max-w-1/2 shrink-0 truncate desk:hidden">{pipeline}</span>
        <What node={node} words={words} />
      </td>
      {shown.module ? (
        <td title={module ?? undefined} className={cn("min-w-0 truncate text-ink-2", FROM_WIDE)}>
          {module ? <Highlighted text={shortModule(module)} words={words} /> : null}
        </td>
      ) : null}
      <td className={cn("min-w-0 truncate", FROM_MID)}>
        <Link
          href={paths.runs(base, { pipeline })}
          title={`Runs of ${pipeline}`}
          className="relative z-10 text-ink-2 hover:text-ink hover:underline"
        >
          {pipeline}
        </Link>
      </td>
      {shown.owner ? (
        <td title={owner ?? undefined} className={cn("min-w-0 truncate text-ink-2", FROM_WIDE)}>
          {owner}
        </td>
      ) : null}
      <td className="text-right max-desk:hidden">
        {usedBy > 0 ? formatCount(usedBy) : <span className="text-ink-3">0</span>}
      </td>
      <td
        className={cn(
          "min-w-0 truncate text-right max-desk:order-2 max-desk:col-start-3 max-desk:row-start-1",
          bad ? "text-failed-text" : status === "succeeded" ? "text-ink" : "text-ink-3",
        )}
        title={value || undefined}
      >
        <Link href={paths.run(base, run.id, { node: name })} className="relative z-10 hover:underline">
          {value} {bad ? <Instant at={run.startedAt} /> : null}
        </Link>
      </td>
      <td className={cn("text-right text-ink-3", FROM_WIDE)}>
        <Instant at={run.startedAt} className="relative z-10" />
      </td>
    </tr>
  );
});

/** Names of the columns. */
export function NodesHead({ shown }: { shown: Shown }) {
  return (
    <tr
      aria-rowindex={1}
      className={cn(nodeGrid(shown), "h-7 border-b border-line text-left text-11 text-ink-3 *:font-medium")}
    >
      <th scope="col">Name</th>
      <th scope="col">Type</th>
      <th scope="col">What it is</th>
      {shown.module ? (
        <th scope="col" className={FROM_WIDE}>
          Module
        </th>
      ) : null}
      <th scope="col" className={FROM_MID}>
        Pipeline
      </th>
      {shown.owner ? (
        <th scope="col" className={FROM_WIDE}>
          Owner
        </th>
      ) : null}
      <th scope="col" className="text-right">
        Used by
      </th>
      <th scope="col" className="text-right">
        Last value
      </th>
      <th scope="col" className={cn("text-right", FROM_WIDE)}>
        Seen
      </th>
    </tr>
  );
}
