"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { NodePanelLoader } from "@/components/node-panel/node-panel-loader";
import { runName } from "@/components/run/run-name";
import { runParams } from "@/components/run/run-params";
import { RunView } from "@/components/run/run-view";
import { useLiveRun } from "@/components/run/use-live-run";
import { PageFrame } from "@/components/shell/page-frame";
import { useTRPC } from "@/trpc/client";

const RECHECK_MS = 30_000;

interface RunRef {
  org: string;
  project: string;
  runId: string;
}

/** The page of one run, kept up to date while it runs. */
export function RunClient(ref: RunRef) {
  const trpc = useTRPC();
  const { data: run } = useSuspenseQuery({
    ...trpc.runs.get.queryOptions(ref),
    // A run that is lost says nothing: what still runs is asked for again now and then.
    refetchInterval: ({ state }) => (state.data?.status === "running" ? RECHECK_MS : false),
  });
  const { data: graph } = useSuspenseQuery(trpc.runs.graph.queryOptions(ref));
  const [selected] = useQueryState("node", runParams.node);
  useLiveRun(ref, run);
  const runs = { label: "Runs", href: `/${ref.org}/${ref.project}/runs` };
  const pipeline = run.pipeline
    ? [{ label: run.pipeline, href: `${runs.href}?pipeline=${encodeURIComponent(run.pipeline)}` }]
    : [];
  return (
    <PageFrame crumbs={[runs, ...pipeline, { label: runName(run) }]}>
      <RunView
        run={run}
        graph={graph}
        panel={selected === null ? null : <NodePanelLoader key={selected} {...ref} node={selected} />}
      />
    </PageFrame>
  );
}
