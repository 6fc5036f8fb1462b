"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { DiffCounts } from "../diff/diff-counts";
import { GraphDiff } from "../diff/graph-diff";
import { QueryError } from "../ui/query-error";
import { Skeleton } from "../ui/skeleton";
import { useCompare } from "./compare-context";

/** The graphs of both runs as one, by what differs in their code. */
export function GraphSection() {
  const { pair, state } = useCompare();
  const trpc = useTRPC();
  const query = useQuery(trpc.compare.graph.queryOptions(pair));
  return (
    <section
      id="graph"
      aria-label="Graph"
      className="flex min-w-0 scroll-mt-10 flex-col border-line desk:border-r max-desk:border-b"
    >
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-(--gutter) pt-2">
        <h2 className="text-14 font-semibold">Graph</h2>
        {query.data ? <DiffCounts nodes={query.data.nodes} /> : <Skeleton className="w-32" />}
      </div>
      <div className="relative mt-1 min-h-72 flex-1 border-t border-line">
        {query.data ? (
          <GraphDiff nodes={query.data.nodes} selected={state.node} onSelect={state.select} />
        ) : query.isError ? (
          <div className="p-(--gutter)">
            <QueryError title="The graph did not load" query={query} onRetry={() => void query.refetch()} />
          </div>
        ) : (
          <div role="status" aria-label="Loading graph" className="absolute inset-0 bg-sunken" />
        )}
      </div>
    </section>
  );
}
