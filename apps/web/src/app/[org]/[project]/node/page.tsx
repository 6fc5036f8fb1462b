import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { historyInput, loadNodeParams } from "@/components/node-page/node-params";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { ChooseNode } from "./choose-node";
import { NodeClient } from "./client";
import { NodeFrame } from "./node-frame";

interface NodePageProps {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: NodePageProps): Promise<Metadata> {
  const { node, pipeline } = await loadNodeParams(searchParams);
  return { title: node && pipeline ? `${node}, ${pipeline}` : "Node" };
}

/** Answers 404 before anything is sent; only then the history may take its time behind a skeleton. */
export default async function NodePage({ params, searchParams }: NodePageProps) {
  const scope = await params;
  const shown = await loadNodeParams(searchParams);
  const { pipeline, node } = shown;
  if (!pipeline || !node) return <ChooseNode />;
  await prefetch(trpc.nodes.get.queryOptions({ ...scope, pipeline, node }));
  return (
    <Suspense key={`${pipeline} ${node}`} fallback={<NodeFrame pipeline={pipeline} node={node} />}>
      <WithHistory scope={scope} shown={shown} />
    </Suspense>
  );
}

interface WithHistoryProps {
  scope: { org: string; project: string };
  shown: Awaited<ReturnType<typeof loadNodeParams>>;
}

async function WithHistory({ scope, shown }: WithHistoryProps) {
  // A range that names no runs is told of by the page, which keeps the rest.
  const history = trpc.nodes.history.queryOptions({ ...scope, ...historyInput(shown) });
  const place = { ...scope, pipeline: shown.pipeline ?? "", node: shown.node ?? "" };
  await Promise.all([
    prefetch(history).catch(() => undefined),
    shown.tab === "code" ? prefetch(trpc.nodes.codes.queryOptions(place)) : undefined,
    shown.tab === "failures" ? prefetch(trpc.nodes.failures.queryOptions(place)) : undefined,
  ]);
  return (
    <HydrateClient>
      <NodeClient pipeline={shown.pipeline ?? ""} node={shown.node ?? ""} />
    </HydrateClient>
  );
}
