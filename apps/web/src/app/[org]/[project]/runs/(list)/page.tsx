import type { Metadata } from "next";
import { countsInput, firstPageOptions, histogramInput } from "@/components/runs/runs-query";
import { getServices } from "@/services";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/trpc/server";
import { RunsClient } from "../client";
import { loadRunsParams } from "../search-params";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ params, searchParams }: PageProps<"/[org]/[project]/runs">) {
  const scope = await params;
  const filter = await loadRunsParams(searchParams);
  await Promise.all([
    prefetchInfinite(trpc.runs.list.infiniteQueryOptions(...firstPageOptions(scope, filter))),
    prefetch(trpc.runs.facets.queryOptions(countsInput(scope, filter))),
    prefetch(trpc.runs.histogram.queryOptions(histogramInput(scope, filter))),
  ]);
  return (
    <HydrateClient>
      <RunsClient publicUrl={getServices().publicUrl} />
    </HydrateClient>
  );
}
