"use client";
import type { ColumnRow } from "@heddle/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { cn } from "../ui/cn";
import { Pill } from "../ui/pill";
import { CauseKind } from "./cause-kind";
import { useCompare } from "./compare-context";
import { columnsOptions } from "./compare-query";
import { mainFigure } from "./figure-rows";
import { ListSection } from "./list-section";
import { CELL, type HeadCell, PHONE_CELL, ROW, TableHead } from "./table-head";
import { ThenNowPicture } from "./then-now-picture";
import { plural } from "./verdict-words";

const HEAD: HeadCell[] = [
  { name: "Column", className: "w-[17%]" },
  { name: "Node", className: "w-[16%]" },
  { name: "Type", className: "w-28 max-mid:hidden" },
  { name: "Drift, PSI", className: "w-32" },
  { name: "Then", className: "w-32", right: true },
  { name: "Now", className: "w-32", right: true },
  { name: "Distribution", className: "w-32" },
  { name: "Because", className: "max-mid:hidden" },
];

/** Columns of both runs, what moved most first. */
export function ColumnsSection() {
  const { pair, summary, state } = useCompare();
  const { columns } = summary;
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.compare.columns.infiniteQueryOptions(...columnsOptions(pair, state.differences)),
  );
  const rows = query.data?.pages.flatMap((page) => page.columns) ?? [];
  const note = [
    `${formatCount(columns.moved)} of ${plural(columns.total, "column")} moved`,
    columns.differing > columns.moved
      ? `${plural(columns.differing - columns.moved, "other single value")}`
      : "",
    columns.cut ? "of very many, the first 20,000 are compared" : "",
  ];
  return (
    <ListSection
      id="columns"
      title="Columns"
      note={note.filter(Boolean).join(", ")}
      aside={<Key />}
      query={query}
      empty={
        rows.length > 0
          ? null
          : columns.total === 0
            ? "No column was recorded on both sides."
            : "No column moved beyond what chance does. Switch off “Differences only” to see them all."
      }
    >
      <table aria-label="Columns" className="w-full table-fixed border-separate border-spacing-0 text-12">
        <TableHead cells={HEAD} />
        <tbody className="max-desk:block">
          {rows.map((row) => (
            <Row key={[row.node, row.task, row.attribute, row.column].join("\n")} row={row} />
          ))}
        </tbody>
      </table>
    </ListSection>
  );
}

function Key() {
  return (
    <span aria-hidden className="flex items-center gap-3 text-11 text-ink-2">
      <span className="flex items-center gap-1">
        <i className="size-2 bg-(--then)" />
        A, then
      </span>
      <span className="flex items-center gap-1">
        <i className="size-2 border-[1.5px] border-(--now) bg-(--now-fill)" />
        B, now
      </span>
    </span>
  );
}

const CHANGES = { added: "new", removed: "gone", retyped: "other type", absent: "one side only" };

function Row({ row }: { row: ColumnRow }) {
  const { base } = useShell();
  const { summary } = useCompare();
  const { node, column, before, after, change, drift, profiles, because, task } = row;
  const pipeline = summary.b.pipeline;
  const figure = mainFigure(row);
  const name = column === "" ? "value" : column;
  const type =
    change === "retyped" ? `${before?.dataType} → ${after?.dataType}` : ((after ?? before)?.dataType ?? "");
  return (
    <tr className={ROW}>
      <td className={cn(CELL, PHONE_CELL, "font-medium")} title={name}>
        {pipeline ? (
          <Link href={paths.node(base, { pipeline, node, column })} className="hover:text-accent">
            {name}
          </Link>
        ) : (
          name
        )}
      </td>
      <td className={cn(CELL, PHONE_CELL, "text-ink-2")} title={task ? `${node}, ${task}` : node}>
        {node}
        {task ? <span className="text-ink-3">, {task}</span> : null}
      </td>
      <td className={cn(CELL, "text-ink-3 max-mid:hidden")} title={type}>
        {type}
      </td>
      <td className={cn(CELL, PHONE_CELL, "max-desk:ml-auto")}>
        <span className="flex items-center gap-1.5">
          {change in CHANGES ? (
            <Pill tone={change === "absent" ? "neutral" : "warning"}>
              {CHANGES[change as keyof typeof CHANGES]}
            </Pill>
          ) : drift.level === "none" ? null : (
            <Pill tone={drift.level === "strong" ? "warning" : "neutral"}>{drift.level}</Pill>
          )}
          {drift.psi === null ? null : (
            <span
              title={
                drift.byChance === null
                  ? undefined
                  : `Below ${drift.byChance.toFixed(3)} by chance alone in 95 of 100 cases`
              }
            >
              {drift.psi.toFixed(2)}
            </span>
          )}
        </span>
      </td>
      <td className={cn(CELL, PHONE_CELL, "text-right text-ink-3")} title={figure.before}>
        {figure.before}
      </td>
      <td
        className={cn(CELL, PHONE_CELL, "text-right font-medium")}
        title={[figure.after, figure.delta].filter(Boolean).join(", ")}
      >
        <span aria-hidden className="mr-1.5 font-normal text-ink-3 desk:hidden">
          →
        </span>
        {figure.after}
      </td>
      <td className={cn(CELL, PHONE_CELL, "max-desk:ml-auto")}>
        <ThenNowPicture {...profiles} name={`${name} of ${node}`} />
      </td>
      <td className={cn(CELL, "max-mid:hidden")}>
        {because ? (
          <span className="flex items-center gap-1.5 truncate">
            <CauseKind kind={because.kind} />
            <span className="truncate text-ink-3" title={because.node}>
              {because.hops === 0
                ? because.kind === "code"
                  ? "own code"
                  : "the input itself"
                : `${because.node}, ${plural(because.hops, "hop")} up`}
            </span>
          </span>
        ) : null}
      </td>
    </tr>
  );
}
