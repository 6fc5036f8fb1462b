"use client";
import type { RunSummary } from "@heddle/contract";
import { useCallback } from "react";
import { useShell } from "../shell/shell-context";
import { QueryError } from "../ui/query-error";
import { NoMatch } from "./no-match";
import type { RunsFilter } from "./runs-query";
import { RunsSkeleton } from "./runs-skeleton";
import { RunsTable } from "./runs-table";
import { SearchedTo } from "./searched-to";
import type { useRuns } from "./use-runs";

interface RunsListProps {
  query: ReturnType<typeof useRuns>;
  runs: RunSummary[];
  filter: RunsFilter;
  onChange: (filter: RunsFilter) => void;
}

/** The table, or what stands in its place: nothing matches, an error, grey rows. */
export function RunsList({ query, runs, filter, onChange }: RunsListProps) {
  const { base } = useShell();
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const searchedTo = data?.pages.at(-1)?.searchedTo ?? null;
  const onReachEnd = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError && searchedTo === null) void fetchNextPage();
  }, [isFetchingNextPage, isFetchNextPageError, fetchNextPage, searchedTo]);
  const goOn = searchedTo ? (
    <SearchedTo at={searchedTo} pending={isFetchingNextPage} onGoOn={() => void fetchNextPage()} />
  ) : null;

  if (runs.length > 0) {
    return (
      <RunsTable
        key={JSON.stringify(filter)}
        runs={runs}
        base={base}
        hasMore={hasNextPage}
        onReachEnd={onReachEnd}
        footer={
          <>
            {isFetchingNextPage && searchedTo === null ? <RunsSkeleton rows={8} /> : null}
            {isFetchNextPageError ? (
              <div className="p-(--gutter)">
                <QueryError
                  title="The next runs did not load"
                  query={query}
                  onRetry={() => void fetchNextPage()}
                />
              </div>
            ) : (
              goOn
            )}
          </>
        }
      />
    );
  }
  if (query.isError) {
    return (
      <div className="p-(--gutter)">
        <QueryError title="The runs did not load" query={query} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!data) return <RunsSkeleton rows={24} />;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="p-(--gutter)">
        <NoMatch filter={filter} onChange={onChange} />
      </div>
      {goOn}
    </div>
  );
}
