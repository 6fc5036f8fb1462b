import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { runName } from "@/components/run/run-name";
import { loadRunParams } from "@/components/run/run-params";
import { caller, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { RunClient } from "./client";
import { prefetchTab } from "./prefetch-tab";

interface RunPageProps {
  params: Promise<{ org: string; project: string; runId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  const ref = await params;
  const run = await caller((api) => api.runs.get(ref));
  return { title: `Run ${runName(run)}${run.pipeline ? `, ${run.pipeline}` : ""}` };
}

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const ref = await params;
  const view = await loadRunParams(searchParams);
  const { node, task } = view;
  await Promise.all([
    prefetch(trpc.runs.get.queryOptions(ref)),
    prefetch(trpc.runs.graph.queryOptions(ref)),
    prefetch(trpc.runs.changes.queryOptions(ref)),
    prefetch(trpc.runs.siblings.queryOptions(ref)),
    prefetchTab(ref, view),
    // A link to a node that this run does not have still shows the run; the panel says what is missing.
    node === null
      ? undefined
      : prefetch(trpc.runs.node.queryOptions({ ...ref, node, task: task ?? undefined })).catch(
          () => undefined,
        ),
  ]);
  return (
    <HydrateClient>
      <RunClient {...ref} />
    </HydrateClient>
  );
}
