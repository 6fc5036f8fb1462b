"use client";
import type { Delivery } from "@heddle/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { runName } from "../run/run-name";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { deliveriesOptions } from "./deliveries-query";
import { DeliveryError } from "./delivery-error";
import { DeliveryStatus } from "./delivery-status";

const POLL_MS = 5000;

function columns(base: string): Column<Delivery>[] {
  return [
    {
      key: "status",
      head: "Status",
      className: "desk:w-28",
      cell: ({ status }) => <DeliveryStatus status={status} />,
    },
    {
      key: "run",
      head: "Run",
      cell: ({ run, node }) => (
        <Link
          href={`${base}/runs/${run.id}${node ? `?node=${encodeURIComponent(node)}` : ""}`}
          className="block truncate font-medium underline-offset-2 hover:underline"
        >
          {runName(run)} <span className="font-normal">{run.pipeline}</span>
        </Link>
      ),
    },
    {
      key: "node",
      head: "Failed node",
      className: "max-mid:desk:hidden",
      cell: ({ node }) => (
        <span title={node ?? undefined} className="block truncate text-ink-2">
          {node}
        </span>
      ),
    },
    {
      key: "channel",
      head: "Channel",
      className: "desk:w-36",
      cell: ({ channel }) => (
        <span className="block truncate text-ink-2">
          {channel.name ?? <span className="text-ink-3">removed</span>}
        </span>
      ),
    },
    {
      key: "attempts",
      head: "Attempts",
      className: "desk:w-20",
      cell: ({ attempts }) => <span className="text-ink-2">{attempts}</span>,
    },
    {
      key: "error",
      head: "Last error",
      className: "desk:w-[28%]",
      cell: (each) => (each.status === "sent" ? null : <DeliveryError delivery={each} />),
    },
    {
      key: "time",
      head: "Time",
      className: "desk:w-24 desk:text-right",
      cell: ({ sentAt, createdAt }) => <Instant at={sentAt ?? createdAt} />,
    },
  ];
}

/** Every message that was, will be or could not be sent, newest first. */
export function DeliveriesSection() {
  const trpc = useTRPC();
  const { org, project, base } = useShell();
  const options = trpc.deliveries.list.infiniteQueryOptions(...deliveriesOptions({ org, project }));
  const query = useInfiniteQuery({ ...options, refetchInterval: POLL_MS });
  const rows = query.data?.pages.flatMap(({ deliveries }) => deliveries) ?? [];
  if (query.isPending) return <SectionSkeleton label="Loading deliveries" />;
  return (
    <PageSection title="Deliveries" intro="What was sent about failed runs, and what could not be.">
      {rows.length > 0 ? (
        <DataTable label="Deliveries" columns={columns(base)} rows={rows} rowKey={({ id }) => id} />
      ) : query.isError ? (
        <div className="px-(--gutter)">
          <QueryError
            title="The deliveries did not load"
            query={query}
            onRetry={() => void query.refetch()}
          />
        </div>
      ) : (
        <div className="px-(--gutter)">
          <EmptyState title="Nothing was sent yet">
            A message goes out when a run fails while a channel is on. Send a test above to see that the way
            is open.
          </EmptyState>
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
