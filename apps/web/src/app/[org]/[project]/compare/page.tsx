import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { columnsOptions, nodesOptions } from "@/components/compare/compare-query";
import { CompareSkeleton } from "@/components/compare/compare-skeleton";
import { NothingToCompare } from "@/components/compare/nothing-to-compare";
import { paths } from "@/components/shell/paths";
import { caller, HydrateClient, prefetch, prefetchInfinite, trpc } from "@/trpc/server";
import { CompareClient } from "./client";
import { loadCompareParams } from "./search-params";

export const metadata: Metadata = { title: "Compare" };

interface ComparePageProps {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const scope = await params;
  const { a, b, differences } = await loadCompareParams(searchParams);
  // Before anything is sent: a run that is not there is a 404, and an incomplete address leads to a whole one.
  const chosen = await caller((api) => api.compare.choose({ ...scope, ...(a && { a }), ...(b && { b }) }));
  if (chosen.a === null || chosen.b === null) return <NothingToCompare only={chosen.b} />;
  const pair = { a: chosen.a, b: chosen.b };
  if (a === null || b === null) redirect(paths.compare(`/${scope.org}/${scope.project}`, pair));
  return (
    <Suspense fallback={<CompareSkeleton />}>
      <Loaded scope={scope} pair={pair} differences={differences} />
    </Suspense>
  );
}

interface LoadedProps {
  scope: { org: string; project: string };
  pair: { a: string; b: string };
  differences: boolean;
}

async function Loaded({ scope, pair, differences }: LoadedProps) {
  const ref = { ...scope, ...pair };
  await Promise.all([
    prefetch(trpc.compare.summary.queryOptions(ref)),
    prefetchInfinite(trpc.compare.columns.infiniteQueryOptions(...columnsOptions(ref, differences))),
    prefetchInfinite(trpc.compare.nodes.infiniteQueryOptions(...nodesOptions(ref, differences))),
  ]);
  return (
    <HydrateClient>
      <CompareClient {...pair} />
    </HydrateClient>
  );
}
