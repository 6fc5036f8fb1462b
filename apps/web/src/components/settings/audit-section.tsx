"use client";
import type { AuditEventView, AuditPage } from "@heddle/contract";
import type { InfiniteData } from "@tanstack/react-query";
import type { TRPCClientErrorLike } from "@trpc/client";
import { type ReactNode, useEffect } from "react";
import type { AppRouter } from "@/trpc/root";
import { Ago } from "../time/instant";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";

interface AuditQuery {
  data: InfiniteData<AuditPage> | undefined;
  error: TRPCClientErrorLike<AppRouter> | null;
  isError: boolean;
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
  refetch: () => Promise<unknown>;
}

interface AuditSectionProps {
  intro: string;
  query: AuditQuery;
  columns: readonly Column<AuditEventView>[];
  filtered: boolean;
  filterBar: ReactNode;
  onClear: () => void;
  action: ReactNode;
}

/** Who changed what, newest first. */
export function AuditSection(props: AuditSectionProps) {
  const { intro, query, columns, filtered, filterBar, onClear, action } = props;
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const rows = data?.pages.flatMap(({ events }) => events) ?? [];
  const lookFurther = rows.length === 0 && hasNextPage && !isFetching && !isError;
  // With a filter a page may hold nothing although there is more: a page looks at so many events.
  useEffect(() => {
    if (lookFurther) void fetchNextPage();
  }, [lookFurther, fetchNextPage]);

  const oldest = rows.at(-1);
  return (
    <PageSection title="Audit log" intro={intro} action={action}>
      {filterBar}
      {rows.length > 0 ? (
        <DataTable label="Audit log" columns={columns} rows={rows} rowKey={({ id }) => id} />
      ) : isError ? (
        <div className="px-(--gutter)">
          <QueryError title="The log did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : data === undefined || hasNextPage ? (
        <SectionSkeleton label="Looking through the log" />
      ) : (
        <div className="px-(--gutter)">
          <EmptyState
            title={filtered ? "No event matches" : "Nothing has happened yet"}
            action={filtered ? <Button onClick={onClear}>Show all events</Button> : null}
          >
            {filtered
              ? "Nobody did that, or not in that time."
              : "What people and keys change from now on is written down here, and stays."}
          </EmptyState>
        </div>
      )}
      {rows.length > 0 && isError ? (
        <div className="px-(--gutter) pt-3">
          <QueryError
            title="The older events did not load"
            query={query}
            onRetry={() => void fetchNextPage()}
          />
        </div>
      ) : rows.length > 0 && hasNextPage ? (
        <div className="flex items-center gap-3 px-(--gutter) pt-3 text-12 text-ink-3">
          <Button disabled={query.isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {query.isFetchingNextPage ? "Loading…" : "Show older"}
          </Button>
          {oldest ? (
            <span>
              The oldest shown is from <Ago at={oldest.at} />.
            </span>
          ) : null}
        </div>
      ) : null}
    </PageSection>
  );
}
