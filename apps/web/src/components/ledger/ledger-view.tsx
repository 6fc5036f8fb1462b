"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { useRun } from "../run/run-context";
import { useShell } from "../shell/shell-context";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { Account } from "./account";
import { BATCH_COLUMNS, writerColumns } from "./ledger-columns";
import { ledgerOptions } from "./ledger-query";
import { totalWords } from "./ledger-words";
import { Losses } from "./losses";

/** Where everything that is stored of the run came from, and what is known not to have come. */
export function LedgerView() {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const { run } = useRun();
  const query = useInfiniteQuery(
    trpc.runs.ledger.infiniteQueryOptions(...ledgerOptions({ org, project, runId: run.id })),
  );
  const first = query.data?.pages[0];
  const batches = query.data?.pages.flatMap((page) => page.batches) ?? [];
  return (
    <section
      aria-label="Ledger"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto pb-6 -outline-offset-2"
    >
      {query.isPending ? <SectionSkeleton label="Loading the ledger" /> : null}
      {query.error ? (
        <div className="p-(--gutter)">
          <QueryError title="The ledger did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : null}
      {first && first.totals.batches === 0 ? (
        <div className="p-(--gutter)">
          <EmptyState title="No batch of this run is noted">
            Runs that were stored by a version of Heddle without a ledger have none. What they reported is
            complete on the other tabs.
          </EmptyState>
        </div>
      ) : null}
      {first && first.totals.batches > 0 ? (
        <>
          <Account ledger={first} />
          <Losses ledger={first} />
          <PageSection
            title={totalWords(first.totals)}
            intro="A writer is one process, or one thread of it, that reports. It numbers its events and its batches, over all of its runs."
          >
            <DataTable
              label="Writers"
              columns={writerColumns(first)}
              rows={first.writers}
              rowKey={({ writer }) => writer}
            />
            {first.totals.writers > first.writers.length ? (
              <p className="px-(--gutter) pt-2 text-12 text-ink-3">
                The first {formatCount(first.writers.length)} of {formatCount(first.totals.writers)} writers.
              </p>
            ) : null}
          </PageSection>
          <PageSection
            title="Batches"
            intro="All that brought something of this run, with times of the server."
          >
            <DataTable
              label="Batches"
              columns={BATCH_COLUMNS}
              rows={batches}
              rowKey={({ writer, batch }) => `${writer} ${batch}`}
            />
            {query.hasNextPage ? (
              <div className="px-(--gutter) pt-3">
                <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {query.isFetchingNextPage
                    ? "Loading…"
                    : `${formatCount(first.totals.batches - batches.length)} more`}
                </Button>
              </div>
            ) : null}
          </PageSection>
        </>
      ) : null}
    </section>
  );
}
