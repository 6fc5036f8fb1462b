"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { QueryError } from "../ui/query-error";
import type { AlertsFilter } from "./alerts-filter";
import { failuresOptions } from "./alerts-query";
import { FAILURE_GRID, FailureRow } from "./failure-row";
import { FailuresFilterBar } from "./failures-filter-bar";
import { FailuresSkeleton } from "./failures-skeleton";
import { NoFailures } from "./no-failures";
import { useFailureActions } from "./use-failure-actions";
import { useFailureRows } from "./use-failure-rows";

const POLL_MS = 5000;

interface FailuresSectionProps {
  filter: AlertsFilter;
  onChange: (change: Partial<AlertsFilter>) => void;
}

/** What fails now and what failed, the newest first; read again every few seconds. */
export function FailuresSection({ filter, onChange }: FailuresSectionProps) {
  const trpc = useTRPC();
  const { org, project, base } = useShell();
  const options = trpc.failures.list.infiniteQueryOptions(...failuresOptions({ org, project }, filter));
  const query = useInfiniteQuery({ ...options, refetchInterval: POLL_MS });
  const strips = useQuery({
    ...trpc.failures.strips.queryOptions({ org, project }),
    refetchInterval: POLL_MS,
  });
  const pipelines = useQuery(trpc.runs.pipelines.queryOptions({ org, project }));
  const failures = query.data?.pages.flatMap((page) => page.failures) ?? [];
  const counts = query.data?.pages[0]?.counts;
  const actions = useFailureActions();
  const rows = useFailureRows(failures, base, actions);
  const byPipeline = new Map(strips.data?.map((strip) => [strip.pipeline, strip]));
  return (
    <section aria-label="Failures" className="flex min-h-0 flex-1 flex-col">
      <FailuresFilterBar
        filter={filter}
        counts={counts}
        pipelines={pipelines.data?.map(({ name }) => name) ?? []}
        onChange={onChange}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {failures.length > 0 ? (
          <>
            <Head />
            <ul aria-label="Failures">
              {failures.map((failure) => (
                <FailureRow
                  key={failure.id}
                  failure={failure}
                  strip={byPipeline.get(failure.pipeline)}
                  base={base}
                  current={failure.id === rows.cursor}
                  actions={actions}
                  muteOpen={rows.muting === failure.id}
                  onMuteOpen={(open) => rows.setMuting(open ? failure.id : null)}
                />
              ))}
            </ul>
          </>
        ) : counts ? (
          <div className="p-(--gutter)">
            <NoFailures
              filter={filter}
              counts={counts}
              more={query.hasNextPage}
              mayEdit={actions.mayEdit}
              onChange={onChange}
            />
          </div>
        ) : query.isError ? null : (
          <FailuresSkeleton />
        )}
        {query.isError ? (
          <div className="p-(--gutter)">
            <QueryError
              title="The failures did not load"
              query={query}
              onRetry={() => void query.refetch()}
            />
          </div>
        ) : null}
        {query.hasNextPage ? (
          <div className="px-(--gutter) py-3">
            <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {query.isFetchingNextPage ? "Loading…" : "Show older"}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}

/** Names of the columns, for the eye: each value says itself what it is. */
function Head() {
  return (
    <div
      aria-hidden
      className={cn(
        FAILURE_GRID,
        "sticky top-0 z-20 h-7 border-b border-line bg-bg text-11 font-medium text-ink-3 max-desk:hidden",
      )}
    >
      <span>State</span>
      <span>What fails</span>
      <span className="max-mid:hidden">Last 20 runs</span>
      <span>How often</span>
      <span>Last seen</span>
      <span className="max-wide:hidden">Looked after by</span>
      <span />
    </div>
  );
}
