"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo, useState } from "react";
import { NoMatch } from "@/components/runs/no-match";
import { allRuns } from "@/components/runs/run-pages";
import { RunsFilterBar } from "@/components/runs/runs-filter-bar";
import { RunsSkeleton } from "@/components/runs/runs-skeleton";
import { RunsTable } from "@/components/runs/runs-table";
import { useRuns } from "@/components/runs/use-runs";
import { Onboarding } from "@/components/setup/onboarding";
import { PageFrame } from "@/components/shell/page-frame";
import { useShell } from "@/components/shell/shell-context";
import { QueryError } from "@/components/ui/query-error";
import { useTRPC } from "@/trpc/client";
import { runsParams } from "./search-params";

const CRUMBS = [{ label: "Runs" }];

/** The runs of a project, newest first, live. */
export function RunsClient({ publicUrl }: { publicUrl: string }) {
  const { org, project, base } = useShell();
  const trpc = useTRPC();
  const [filter, setFilter] = useQueryStates(runsParams, { history: "push" });
  const query = useRuns({ org, project }, filter);
  const pipelines = useSuspenseQuery(trpc.runs.pipelines.queryOptions({ org, project }));
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;

  const runs = useMemo(() => (data ? allRuns(data) : []), [data]);
  const names = useMemo(() => pipelines.data.map(({ name }) => name), [pipelines.data]);
  const onReachEnd = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const filtered = filter.status !== null || filter.pipeline !== null;
  const nothing = data !== undefined && runs.length === 0 && !filtered;
  // Stays when the first run comes: what is shown then says so and leads to it.
  const [teaching, setTeaching] = useState(nothing);
  if (nothing && !teaching) setTeaching(true);
  if (teaching) {
    return (
      <PageFrame crumbs={CRUMBS}>
        <Onboarding publicUrl={publicUrl} newest={null} />
      </PageFrame>
    );
  }
  return (
    <PageFrame crumbs={CRUMBS}>
      <h1 className="sr-only">Runs</h1>
      <RunsFilterBar
        base={base}
        filter={filter}
        pipelines={names}
        onChange={(change) => void setFilter(change)}
      />
      {runs.length > 0 ? (
        <RunsTable
          key={`${filter.status} ${filter.pipeline}`}
          runs={runs}
          base={base}
          hasMore={hasNextPage}
          onReachEnd={onReachEnd}
          footer={
            <>
              {isFetchingNextPage ? <RunsSkeleton rows={8} /> : null}
              {isFetchNextPageError ? (
                <div className="p-(--gutter)">
                  <QueryError
                    title="The next runs did not load"
                    query={query}
                    onRetry={() => void fetchNextPage()}
                  />
                </div>
              ) : null}
            </>
          }
        />
      ) : query.isError ? (
        <div className="p-(--gutter)">
          <QueryError title="The runs did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : data ? (
        <NoMatch filter={filter} onChange={(change) => void setFilter(change)} />
      ) : (
        <RunsSkeleton rows={24} />
      )}
    </PageFrame>
  );
}
