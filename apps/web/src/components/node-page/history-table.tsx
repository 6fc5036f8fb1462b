"use client";
import type { HistoryRun } from "@heddle/core";
import Link from "next/link";
import { useState } from "react";
import { formatDuration } from "../../format/duration";
import { formatCount, formatPercent } from "../../format/number";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { StatusMark } from "../status/status-mark";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { HashChip } from "../ui/hash-chip";
import { changeWords } from "./lane-marks";
import type { Series } from "./node-params";
import { figureOf, SERIES_TITLES, seriesWords } from "./series";

const ROWS = 100;

interface HistoryTableProps {
  runs: readonly HistoryRun[];
  series: Series;
  node: string;
}

/** The history as a table, newest first: the same figures as the chart. */
export function HistoryTable({ runs, series, node }: HistoryTableProps) {
  const { base } = useShell();
  const [shown, setShown] = useState(ROWS);
  const newest = [...runs].reverse();
  const columns: Column<HistoryRun>[] = [
    {
      key: "run",
      head: "Run",
      card: "lead",
      className: "w-44",
      cell: (run) => (
        <span className="flex items-center gap-1.5">
          <StatusMark status={run.node?.status ?? "skipped"} size={12} />
          <Link href={paths.run(base, run.id, { node })} className="font-medium hover:text-accent">
            {runName(run)}
          </Link>
          <span className="text-ink-3">
            <Instant at={run.startedAt} />
          </span>
        </span>
      ),
    },
    {
      key: "value",
      head: series,
      className: "w-28 desk:text-right",
      cell: (run) => {
        const value = figureOf(run, series);
        return value === null ? <span className="text-ink-3">none</span> : seriesWords(value, series);
      },
    },
    ...(series === "duration"
      ? []
      : [
          {
            key: "duration",
            head: "Took",
            className: "w-24 desk:text-right",
            cell: (run: HistoryRun) =>
              run.node?.durationMs == null ? null : formatDuration(run.node.durationMs),
          },
          {
            key: "missing",
            head: "Missing",
            className: "w-24 desk:text-right",
            cell: (run: HistoryRun) => {
              const share = figureOf(run, "missing");
              return share === null ? null : formatPercent(share);
            },
          },
        ]),
    {
      key: "version",
      head: "Version",
      className: "w-24",
      cell: (run) => (run.codeVersion ? <HashChip hash={run.codeVersion} /> : null),
    },
    {
      key: "changed",
      head: "Changed",
      cell: (run) => {
        const words = changeWords(run).join("; ");
        return words ? (
          <span className="block truncate text-ink-2" title={words}>
            {words}
          </span>
        ) : null;
      },
    },
  ];
  return (
    <div className="pb-5">
      <DataTable
        label={`History of ${node}: ${SERIES_TITLES[series].toLowerCase()}`}
        columns={columns}
        rows={newest.slice(0, shown)}
        rowKey={(run) => run.id}
      />
      {newest.length > shown ? (
        <Button variant="quiet" size="sm" className="mx-3 mt-2" onClick={() => setShown(shown + ROWS)}>
          {formatCount(newest.length - shown)} more
        </Button>
      ) : null}
    </div>
  );
}
