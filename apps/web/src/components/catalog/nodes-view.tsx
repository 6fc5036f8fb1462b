"use client";
import type { CatalogFacets } from "@heddle/core";
import { QueryError } from "../ui/query-error";
import type { CatalogFilter, CatalogView } from "./catalog-params";
import { RowsSkeleton } from "./catalog-skeleton";
import { NoNode } from "./no-node";
import { NodesTable } from "./nodes-table";
import { useNodes } from "./use-catalog";

interface NodesViewProps {
  filter: CatalogFilter;
  view: CatalogView["view"];
  facets: CatalogFacets | undefined;
  onChange: (filter: CatalogFilter) => void;
}

/** The nodes that pass the filter. */
export function NodesView({ filter, view, facets, onChange }: NodesViewProps) {
  const { query, nodes, words, onReachEnd } = useNodes(filter, view);
  if (query.isError && !query.isFetchNextPageError) {
    return (
      <div className="p-(--gutter)">
        <QueryError title="The catalog did not load" query={query} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!nodes) return <RowsSkeleton rows={20} />;
  if (nodes.length === 0) return <NoNode filter={filter} onChange={onChange} />;
  const { q, ...chosen } = filter;
  return (
    <NodesTable
      // Another search begins at its top.
      key={`${view} ${words.join(" ")} ${JSON.stringify(chosen)}`}
      nodes={nodes}
      view={view}
      words={words}
      owned={(facets?.values.owner.length ?? 0) > 0 || filter.owner.length > 0}
      hasMore={query.hasNextPage}
      onReachEnd={onReachEnd}
      footer={<More query={query} />}
    />
  );
}

/** What stands after the last row: more to come, or why it did not. */
export function More({ query }: { query: ReturnType<typeof useNodes>["query"] | MoreQuery }) {
  if (query.isFetchingNextPage) return <RowsSkeleton rows={6} />;
  if (!query.isFetchNextPageError) return null;
  return (
    <div className="p-(--gutter)">
      <QueryError
        title="The next rows did not load"
        query={query}
        onRetry={() => void query.fetchNextPage()}
      />
    </div>
  );
}

type MoreQuery = Pick<
  ReturnType<typeof useNodes>["query"],
  "isFetchingNextPage" | "isFetchNextPageError" | "error"
> & { fetchNextPage: () => Promise<unknown> };
