"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { countsInput, histogramInput, type RunsFilter } from "./runs-query";

const REFRESH_MS = 15_000;

/** Counts by status, pipeline and tag, and over time. They come when they come; the list does not wait. */
export function useCounts(filter: RunsFilter) {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const kept = { placeholderData: keepPreviousData, refetchInterval: REFRESH_MS, staleTime: REFRESH_MS };
  const facets = useQuery({
    ...trpc.runs.facets.queryOptions(countsInput({ org, project }, filter)),
    ...kept,
  });
  const histogram = useQuery({
    ...trpc.runs.histogram.queryOptions(histogramInput({ org, project }, filter)),
    ...kept,
  });
  return { facets: facets.data, histogram: histogram.data };
}
