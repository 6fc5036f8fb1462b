"use client";
import type { TRPCClientErrorLike } from "@trpc/client";
import type { ReactNode } from "react";
import type { AppRouter } from "@/trpc/root";
import { Button } from "../ui/button";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";

interface ListSectionProps {
  id: string;
  title: string;
  /** How many there are, in words. */
  note: string;
  aside?: ReactNode;
  query: {
    data: unknown;
    error: TRPCClientErrorLike<AppRouter> | null;
    isError: boolean;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    refetch: () => Promise<unknown>;
    fetchNextPage: () => Promise<unknown>;
  };
  /** What stands in place of the list when it has no rows; null when it has. */
  empty: string | null;
  children: ReactNode;
}

/** A list of the comparison that comes in pages. */
export function ListSection({ id, title, note, aside, query, empty, children }: ListSectionProps) {
  return (
    <section id={id} aria-label={title} className="scroll-mt-10 border-t border-line">
      <div className="flex min-h-10 flex-wrap items-center gap-x-2.5 px-(--gutter) pt-1">
        <h2 className="text-14 font-semibold">{title}</h2>
        <p className="text-12 text-ink-2">{note}</p>
        <div className="ml-auto">{aside}</div>
      </div>
      {query.isError ? (
        <div className="px-(--gutter) pb-4">
          <QueryError title={`${title} did not load`} query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : query.data === undefined ? (
        <SectionSkeleton label={`Loading ${title.toLowerCase()}`} />
      ) : empty === null ? (
        children
      ) : (
        <p className="px-(--gutter) pb-4 text-12 text-ink-2">{empty}</p>
      )}
      {query.hasNextPage ? (
        <div className="px-(--gutter) py-2">
          <Button size="sm" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? "Loading…" : `More ${title.toLowerCase()}`}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
