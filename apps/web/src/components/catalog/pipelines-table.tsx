"use client";
import type { CatalogPipeline } from "@heddle/core";
import Link from "next/link";
import type { ReactNode } from "react";
import { formatCount } from "../../format/number";
import { Highlighted } from "../palette/highlighted";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Instant } from "../time/instant";
import { cn } from "../ui/cn";
import { VirtualTable } from "./virtual-table";

const GRID = cn(
  "desk:grid desk:items-center desk:gap-x-3 desk:px-(--gutter)",
  "desk:grid-cols-[minmax(140px,1fr)_64px_72px_72px_150px_132px]",
);

interface PipelinesTableProps {
  pipelines: readonly CatalogPipeline[];
  words: readonly string[];
  hasMore: boolean;
  onReachEnd: () => void;
  footer: ReactNode;
}

const LINK = "relative z-10 hover:underline";

function Success({ ended, succeeded }: Pick<CatalogPipeline, "ended" | "succeeded">) {
  if (ended === 0) return null;
  return (
    <span className="flex items-center justify-end gap-2">
      <span aria-hidden className="flex h-1 w-12 overflow-hidden rounded-full bg-n100 max-desk:hidden">
        <span className="bg-success" style={{ width: `${(succeeded / ended) * 100}%` }} />
        <span className="flex-1 bg-failed" />
      </span>
      <span className={cn("min-w-13 text-right", succeeded < ended ? "text-ink" : "text-ink-2")}>
        {succeeded} of {ended}
      </span>
    </span>
  );
}

function PipelineRow(props: { pipeline: CatalogPipeline; words: readonly string[]; position: number }) {
  const { base } = useShell();
  const { name, nodes, runs, versions, last, ended, succeeded } = props.pipeline;
  return (
    <tr
      aria-rowindex={props.position + 1}
      data-row={name}
      className={cn(
        GRID,
        "relative h-9.5 border-b border-line text-12 hover:bg-hover",
        "max-desk:grid max-desk:h-14.5 max-desk:grid-cols-[minmax(0,1fr)_auto] max-desk:content-center max-desk:gap-x-3 max-desk:px-(--gutter)",
        "has-[[data-row-link]:focus-visible]:bg-hover has-[[data-row-link]:focus-visible]:shadow-[inset_2px_0_0_var(--accent)]",
      )}
    >
      <td className="flex min-w-0 items-center gap-2 max-desk:text-13">
        <StatusMark status={last?.status ?? "pending"} label={last ? undefined : "No run"} />
        <Link
          href={paths.runs(base, { pipeline: name })}
          data-row-link
          title={name}
          className="min-w-0 truncate font-medium outline-none after:absolute after:inset-0"
        >
          <Highlighted text={name} words={props.words} />
        </Link>
      </td>
      <td className="text-right max-desk:hidden">
        <Link href={paths.catalog(base, { pipeline: name })} className={LINK}>
          {nodes === null ? "" : formatCount(nodes)}
        </Link>
      </td>
      <td className="text-right max-desk:order-3 max-desk:text-left max-desk:text-ink-3">
        {formatCount(runs)}
        <span className="desk:hidden"> {runs === 1 ? "run" : "runs"}</span>
      </td>
      <td className="text-right max-desk:hidden">
        <Link href={paths.versions(base, { pipeline: name })} className={LINK}>
          {formatCount(versions)}
        </Link>
      </td>
      <td className="truncate text-right max-desk:order-2">
        {last ? (
          <Link
            href={paths.run(base, last.id)}
            className={cn(LINK, last.status === "succeeded" ? "text-ink-2" : STATUS[last.status].text)}
          >
            {runName(last)} {last.status === "succeeded" ? "" : STATUS[last.status].label.toLowerCase()}{" "}
            <Instant at={last.startedAt} />
          </Link>
        ) : null}
      </td>
      <td className="text-right max-desk:order-4">
        <Success ended={ended} succeeded={succeeded} />
      </td>
    </tr>
  );
}

/** The pipelines of the project as rows. */
export function PipelinesTable({ pipelines, words, ...rest }: PipelinesTableProps) {
  return (
    <VirtualTable
      label="Pipelines"
      rows={pipelines.map(({ name }) => ({ key: name }))}
      phoneRow={58}
      head={
        <tr
          aria-rowindex={1}
          className={cn(GRID, "h-7 border-b border-line text-left text-11 text-ink-3 *:font-medium")}
        >
          <th scope="col">Name</th>
          <th scope="col" className="text-right">
            Nodes
          </th>
          <th scope="col" className="text-right">
            Runs
          </th>
          <th scope="col" className="text-right">
            Versions
          </th>
          <th scope="col" className="text-right">
            Last run
          </th>
          <th scope="col" className="text-right">
            Good of the last 30
          </th>
        </tr>
      }
      renderRow={(index) => {
        const pipeline = pipelines[index];
        return pipeline ? (
          <PipelineRow key={pipeline.name} pipeline={pipeline} words={words} position={index + 1} />
        ) : null;
      }}
      {...rest}
    />
  );
}
