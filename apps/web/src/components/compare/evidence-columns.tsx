"use client";
import type { ColumnRow } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { formatCompact } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { cn } from "../ui/cn";
import { Skeleton } from "../ui/skeleton";
import { useCompare } from "./compare-context";
import { type FigureRow, figureRows } from "./figure-rows";
import { ThenNowPicture } from "./then-now-picture";

interface EvidenceColumnsProps {
  nodes: string[];
  /** As many columns are drawn. */
  most: number;
}

/** The columns that moved most in some nodes, drawn large with their figures. */
export function EvidenceColumns({ nodes, most }: EvidenceColumnsProps) {
  const { pair } = useCompare();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.compare.columns.queryOptions({ ...pair, nodes, differencesOnly: true, limit: 12 }),
  );
  if (!data) {
    return (
      <div role="status" aria-label="Loading columns" className="flex h-44 w-67 flex-col gap-3">
        <Skeleton className="w-40" />
        <Skeleton className="h-20! w-full" />
        <Skeleton className="w-32" />
      </div>
    );
  }
  return spread(data.columns, nodes)
    .slice(0, most)
    .map((column) => (
      <ColumnCard
        key={[column.node, column.task, column.attribute, column.column].join("\n")}
        column={column}
      />
    ));
}

/** In the order of the nodes; of each node its column that moved most first, before any second one. */
function spread(columns: ColumnRow[], nodes: string[]): ColumnRow[] {
  const of = nodes.map((node) => columns.filter((column) => column.node === node));
  const firsts = of.flatMap(([first]) => first ?? []);
  return [...firsts, ...of.flatMap((own) => own.slice(1))];
}

function ColumnCard({ column }: { column: ColumnRow }) {
  const { base } = useShell();
  const { summary } = useCompare();
  const { node, profiles, after, before } = column;
  const pipeline = summary.b.pipeline;
  const title = column.column === "" ? node : `${column.column}, ${node}`;
  const histogram = (profiles.before ?? profiles.after)?.numeric?.histogram;
  return (
    <figure className="w-67 max-desk:w-full">
      <figcaption className="mb-1 flex justify-between gap-2 text-12">
        {pipeline ? (
          <Link
            href={paths.node(base, { pipeline, node, column: column.column })}
            className="min-w-0 truncate font-medium hover:text-accent"
            title={title}
          >
            {title}
          </Link>
        ) : (
          <span className="min-w-0 truncate font-medium">{title}</span>
        )}
        <span className="shrink-0 text-ink-3">{formatCompact((after ?? before)?.count ?? 0)} rows</span>
      </figcaption>
      <ThenNowPicture {...profiles} name={title} width={268} height={82} />
      {histogram ? (
        <div aria-hidden className="flex justify-between text-11 text-ink-3">
          <span>{formatCompact(Math.round(histogram.low * 100) / 100)}</span>
          <span>{formatCompact(Math.round(histogram.high * 100) / 100)}</span>
        </div>
      ) : null}
      <Figures rows={figureRows(column)} moved={column.drift.level !== "none"} />
    </figure>
  );
}

const SHOWN = ["mean", "p50", "missing", "zeros", "distinct", "PSI"];

function Figures({ rows, moved }: { rows: FigureRow[]; moved: boolean }) {
  return (
    <table aria-label="Figures then and now" className="mt-1 w-full text-12/[19px]">
      <thead className="sr-only">
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Then</th>
          <th scope="col">Now</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ name }) => SHOWN.includes(name))
          .map(({ name, before, after, delta }) => (
            <tr key={name}>
              <th scope="row" className="w-14 text-left font-normal text-ink-2">
                {name}
              </th>
              <td className="text-ink-3">{before}</td>
              <td className="font-medium">{after}</td>
              <td className={cn("text-right", moved ? "font-medium text-warning-text" : "text-ink-2")}>
                {delta}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
