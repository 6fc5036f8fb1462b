"use client";
import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import { useKeys } from "@/hooks/use-keys";
import { type KeyHelp, usePageKeys } from "../shell/page-keys";
import { paths } from "../shell/paths";
import type { PipelineHealth } from "./pipeline-words";

const KEYS: readonly KeyHelp[] = [
  { keys: "j k", does: "next, previous pipeline" },
  { keys: "Enter", does: "open its newest run" },
  { keys: "c", does: "compare that with the last good run" },
];

/** `j` and `k` move the focus from pipeline to pipeline; `c` compares the newest run with the last good one. */
export function usePipelineKeys(
  list: RefObject<HTMLElement | null>,
  pipelines: readonly PipelineHealth[],
  base: string,
): void {
  const router = useRouter();
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-pipeline]") ?? [])];
  const focused = () => rows().findIndex((row) => row.contains(document.activeElement));

  const move = (by: 1 | -1) => {
    const all = rows();
    const at = focused();
    const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by));
    const link = all[next]?.querySelector<HTMLElement>("[data-row-link]");
    link?.focus({ preventScroll: true });
    all[next]?.scrollIntoView({ block: "nearest" });
  };
  const compare = () => {
    const pipeline = pipelines[focused()];
    const newest = pipeline?.runs.at(-1);
    if (!pipeline?.lastGood || !newest) return;
    // The newest being good, what came before it is what there is to compare with.
    const then = pipeline.lastGood.id === newest.id ? pipeline.runs.at(-2)?.id : pipeline.lastGood.id;
    if (then) router.push(paths.compare(base, { a: then, b: newest.id }));
  };

  useKeys({ j: () => move(1), k: () => move(-1), c: compare });
  usePageKeys("Overview", KEYS);
}
