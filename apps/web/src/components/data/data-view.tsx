"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { useTRPC } from "@/trpc/client";
import { useRun } from "../run/run-context";
import { runParams } from "../run/run-params";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { DataList } from "./data-list";
import { columnsOptions } from "./data-query";
import { DataToolbar } from "./data-toolbar";
import { useSettled } from "./use-settled";

const PARAMS = { find: runParams.find, kind: runParams.kind, by: runParams.by, of: runParams.of };
const NO_FILTER = { find: "", kind: null, of: null };
const TYPING_MS = 200;

/** Every column of every node's output. */
export function RunDataView() {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const { run, state } = useRun();
  const [filter, setFilter] = useQueryStates(PARAMS);
  const find = useSettled(filter.find, TYPING_MS);
  const [input, paging] = columnsOptions({ org, project, runId: run.id }, { ...filter, find });
  const query = useInfiniteQuery(
    trpc.runs.columns.infiniteQueryOptions(input, { ...paging, placeholderData: keepPreviousData }),
  );
  const { data, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const columns = useMemo(() => data?.pages.flatMap((page) => page.columns) ?? [], [data]);
  const onReachEnd = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const filtered = filter.find !== "" || filter.kind !== null || filter.of !== null;
  const running = run.status === "running";
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <DataToolbar
        filter={filter}
        total={data?.pages[0]?.total ?? null}
        selected={state.node}
        onChange={(change) => void setFilter(change)}
      />
      {query.isPending ? <SectionSkeleton label="Loading columns" /> : null}
      {query.error && !isFetchNextPageError ? (
        <div className="p-(--gutter)">
          <QueryError title="The columns did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : null}
      {data && columns.length === 0 ? (
        <div className="p-(--gutter)">
          {filtered ? (
            <EmptyState
              title="No column fits"
              action={<Button onClick={() => void setFilter(NO_FILTER)}>Show all</Button>}
            >
              Search looks into names of columns and of nodes.
            </EmptyState>
          ) : (
            <EmptyState title={running ? "No output has been measured yet" : "No statistics were recorded"}>
              {running
                ? "Columns appear here as soon as the first node with an output has ended."
                : "None of the nodes gave a value that the client measured."}
            </EmptyState>
          )}
        </div>
      ) : null}
      {columns.length > 0 ? (
        <DataList
          key={JSON.stringify(input)}
          columns={columns}
          hasMore={query.hasNextPage}
          onReachEnd={onReachEnd}
          footer={
            isFetchNextPageError ? (
              <div className="p-(--gutter)">
                <QueryError
                  title="The next columns did not load"
                  query={query}
                  onRetry={() => void fetchNextPage()}
                />
              </div>
            ) : null
          }
        />
      ) : null}
    </div>
  );
}
