import type { Metadata } from "next";
import { filterInput, nodesOptions, pipelinesOptions } from "@/components/catalog/catalog-query";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/trpc/server";
import { CatalogClient } from "./client";
import { loadCatalogParams } from "./search-params";

export const metadata: Metadata = { title: "Catalog" };

export default async function CatalogPage({ params, searchParams }: PageProps<"/[org]/[project]/catalog">) {
  const scope = await params;
  const { show, view, ...filter } = await loadCatalogParams(searchParams);
  await Promise.all([
    prefetch(trpc.catalog.facets.queryOptions(filterInput(scope, filter))),
    show === "nodes"
      ? prefetchInfinite(trpc.catalog.nodes.infiniteQueryOptions(...nodesOptions(scope, filter, view)))
      : prefetchInfinite(trpc.catalog.pipelines.infiniteQueryOptions(...pipelinesOptions(scope, filter.q))),
  ]);
  return (
    <HydrateClient>
      <CatalogClient />
    </HydrateClient>
  );
}
