"use client";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { QueryError } from "../ui/query-error";
import { RowsSkeleton } from "./catalog-skeleton";
import { More } from "./nodes-view";
import { PipelinesTable } from "./pipelines-table";
import { usePipelines } from "./use-catalog";

/** The pipelines whose names have what is typed. */
export function PipelinesView({ q, onClear }: { q: string; onClear: () => void }) {
  const { query, pipelines, words, onReachEnd } = usePipelines(q);
  if (query.isError && !query.isFetchNextPageError) {
    return (
      <div className="p-(--gutter)">
        <QueryError title="The pipelines did not load" query={query} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!pipelines) return <RowsSkeleton rows={12} />;
  if (pipelines.length === 0) {
    return (
      <div className="p-(--gutter)">
        <EmptyState
          title={`No pipeline matches “${words.join(" ")}”`}
          action={
            <Button size="sm" onClick={onClear}>
              Show all pipelines
            </Button>
          }
        >
          Names of pipelines were searched.
        </EmptyState>
      </div>
    );
  }
  return (
    <PipelinesTable
      key={words.join(" ")}
      pipelines={pipelines}
      words={words}
      hasMore={query.hasNextPage}
      onReachEnd={onReachEnd}
      footer={<More query={query} />}
    />
  );
}
