"use client";
import type { AccountEvent } from "@heddle/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { eventWords } from "./event-words";
import { eventsOptions } from "./events-query";

const COLUMNS: Column<AccountEvent>[] = [
  {
    key: "what",
    head: "What",
    cell: (event) => {
      const { text, odd } = eventWords(event);
      return <span className={cn("block break-words", odd && "font-medium text-warning-text")}>{text}</span>;
    },
  },
  {
    key: "where",
    head: "From",
    className: "desk:w-64",
    cell: ({ address }) => (
      <span className="block truncate font-mono text-11 text-ink-2" title={address ?? undefined}>
        {address ?? "–"}
      </span>
    ),
  },
  {
    key: "when",
    head: "When",
    className: "desk:w-36",
    cell: ({ at }) => <Instant at={at} className="text-ink-2" />,
  },
];

/** What happened to the account, so that its owner notices what was not them. */
export function EventsSection() {
  const trpc = useTRPC();
  const query = useInfiniteQuery(trpc.account.events.infiniteQueryOptions(...eventsOptions()));
  if (query.isPending) return <SectionSkeleton label="Loading events" />;
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <PageSection
      title="Recent activity"
      intro="If something here was not you, change your password: it signs out all other browsers."
    >
      {query.error ? (
        <div className="px-(--gutter) pb-3">
          <QueryError title="The activity did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : null}
      {events.length > 0 ? (
        <DataTable label="Recent activity" columns={COLUMNS} rows={events} rowKey={({ id }) => id} />
      ) : query.error ? null : (
        <div className="px-(--gutter)">
          <EmptyState title="Nothing has happened yet">Sign-ins and changes will be listed here.</EmptyState>
        </div>
      )}
      {query.hasNextPage ? (
        <div className="px-(--gutter) pt-3">
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? "Loading…" : "Show older"}
          </Button>
        </div>
      ) : null}
    </PageSection>
  );
}
