"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { CompareView } from "@/components/compare/compare-view";
import { useLiveComparison } from "@/components/compare/use-live-comparison";
import { runName } from "@/components/run/run-name";
import { PageFrame } from "@/components/shell/page-frame";
import { paths } from "@/components/shell/paths";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/trpc/client";

const RECHECK_MS = 30_000;

/** The comparison of two runs, kept up to date while one of them runs. */
export function CompareClient({ a, b }: { a: string; b: string }) {
  const { org, project, base } = useShell();
  const trpc = useTRPC();
  const pair = useMemo(() => ({ org, project, a, b }), [org, project, a, b]);
  const { data: summary } = useSuspenseQuery({
    ...trpc.compare.summary.queryOptions(pair),
    // A run that is lost says nothing: what still runs is asked for again now and then.
    refetchInterval: ({ state }) =>
      [state.data?.a, state.data?.b].some((run) => run?.status === "running") ? RECHECK_MS : false,
  });
  useLiveComparison(pair, [summary.a, summary.b]);
  const [then, now] = [summary.a.pipeline ?? "run", summary.b.pipeline ?? "run"];
  const other = now === then ? "" : ` ${now}`;
  return (
    <PageFrame
      crumbs={[
        { label: "Compare", href: paths.compare(base) },
        { label: `${then} ${runName(summary.a)} with${other} ${runName(summary.b)}` },
      ]}
    >
      <CompareView key={`${a} ${b}`} pair={pair} summary={summary} />
    </PageFrame>
  );
}
