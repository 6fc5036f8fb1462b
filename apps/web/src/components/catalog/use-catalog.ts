"use client";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { usePaused } from "@/hooks/use-paused";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import type { CatalogFilter, CatalogView } from "./catalog-params";
import { filterInput, nodesOptions, pipelinesOptions } from "./catalog-query";

const PAUSE_MS = 120;

/** Fetches the next page unless it is on its way or failed. */
function useReachEnd(query: {
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}) {
  const { isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  return useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
}

/** The counts for what is chosen; the ones before stay until they are there. */
export function useFacets(filter: CatalogFilter) {
  const trpc = useTRPC();
  const shell = useShell();
  const input = usePaused(filterInput(shell, filter), PAUSE_MS);
  return useQuery({ ...trpc.catalog.facets.queryOptions(input), placeholderData: keepPreviousData });
}

/** The nodes that pass the filter, page by page; those before stay until they are there. */
export function useNodes(filter: CatalogFilter, view: CatalogView["view"]) {
  const trpc = useTRPC();
  const shell = useShell();
  const q = usePaused(filter.q, PAUSE_MS);
  const query = useInfiniteQuery({
    ...trpc.catalog.nodes.infiniteQueryOptions(...nodesOptions(shell, { ...filter, q }, view)),
    placeholderData: keepPreviousData,
  });
  const nodes = useMemo(() => query.data?.pages.flatMap((page) => page.nodes), [query.data]);
  return { query, nodes, words: q.split(/\s+/).filter(Boolean), onReachEnd: useReachEnd(query) };
}

/** The pipelines whose names have what is typed, page by page. */
export function usePipelines(text: string) {
  const trpc = useTRPC();
  const shell = useShell();
  const q = usePaused(text, PAUSE_MS);
  const query = useInfiniteQuery({
    ...trpc.catalog.pipelines.infiniteQueryOptions(...pipelinesOptions(shell, q)),
    placeholderData: keepPreviousData,
  });
  const pipelines = useMemo(() => query.data?.pages.flatMap((page) => page.pipelines), [query.data]);
  return { query, pipelines, words: q.split(/\s+/).filter(Boolean), onReachEnd: useReachEnd(query) };
}
