"use client";
import { useRef, useState } from "react";
import { cn } from "../ui/cn";
import { HIDE_BELOW_MID, HIDE_BELOW_WIDE, PIPELINE_GRID } from "./pipeline-columns";
import { PipelineRow } from "./pipeline-row";
import type { PipelineHealth } from "./pipeline-words";
import { useHeldOrder } from "./use-held-order";
import { usePipelineKeys } from "./use-pipeline-keys";

/** The pipelines of the project. Nothing changes its place while the pointer or the focus is in the table. */
export function PipelinesTable({ pipelines, base }: { pipelines: readonly PipelineHealth[]; base: string }) {
  const table = useRef<HTMLTableElement>(null);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const rows = useHeldOrder(pipelines, pointed || focused);
  usePipelineKeys(table, rows, base);
  return (
    <table
      ref={table}
      aria-label="Pipelines"
      className="block"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <thead className="block max-desk:sr-only">
        <PipelinesHead />
      </thead>
      <tbody className="block">
        {rows.map((pipeline) => (
          <PipelineRow key={pipeline.name} pipeline={pipeline} base={base} />
        ))}
      </tbody>
    </table>
  );
}

function PipelinesHead() {
  return (
    <tr className={cn(PIPELINE_GRID, "h-7 border-b border-line text-left text-11 text-ink-3 *:font-medium")}>
      <th scope="col">
        <span className="sr-only">Status</span>
      </th>
      <th scope="col">Pipeline</th>
      <th scope="col" className={cn("text-right", HIDE_BELOW_WIDE)}>
        Runs
      </th>
      <th scope="col">Last 30 runs</th>
      <th scope="col" className="text-right">
        Success
      </th>
      <th scope="col" className={cn("text-right", HIDE_BELOW_MID)}>
        Δ pt
      </th>
      <th scope="col" className={HIDE_BELOW_MID}>
        Duration, median
      </th>
      <th scope="col" className={HIDE_BELOW_WIDE}>
        Last good run
      </th>
      <th scope="col" className={HIDE_BELOW_WIDE}>
        Changed
      </th>
      <th scope="col">Now</th>
    </tr>
  );
}
