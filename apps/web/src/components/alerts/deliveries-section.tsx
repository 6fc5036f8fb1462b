"use client";
import type { Channel, Delivery } from "@heddle/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { Button } from "../ui/button";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import type { AlertsFilter } from "./alerts-filter";
import { deliveriesOptions } from "./alerts-query";
import { CHANNEL_KINDS } from "./channel-kinds";
import { DeliveriesFilter } from "./deliveries-filter";
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
          href={paths.run(base, run.id, node ? { node } : {})}
          className="block truncate font-medium underline-offset-2 hover:underline"
        >
          {runName(run)} <span className="font-normal">{run.pipeline}</span>
        </Link>
      ),
    },
    {
      key: "failure",
      head: "Failure",
      className: "max-mid:desk:hidden",
      cell: ({ node, failureId }) => {
        const words = node ?? "outside of its nodes";
        return failureId ? (
          <Link
            href={paths.failure(base, failureId)}
            title={words}
            className="block truncate text-ink-2 underline-offset-2 hover:underline"
          >
            {words}
          </Link>
        ) : (
          <span className="block truncate text-ink-2">{words}</span>
        );
      },
    },
    {
      key: "channel",
      head: "Channel",
      className: "desk:w-44",
      cell: ({ channel }) => (
        <span className="block truncate text-ink-2">
          {channel.name ?? <span className="text-ink-3">removed</span>}
          {channel.kind ? <span className="text-ink-3"> {CHANNEL_KINDS[channel.kind].label}</span> : null}
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

interface DeliveriesSectionProps {
  filter: AlertsFilter;
  channels: readonly Channel[];
  onChange: (change: Partial<AlertsFilter>) => void;
}

/** Every message that was, will be or could not be sent, newest first. */
export function DeliveriesSection({ filter, channels, onChange }: DeliveriesSectionProps) {
  const trpc = useTRPC();
  const { org, project, base } = useShell();
  const options = trpc.deliveries.list.infiniteQueryOptions(...deliveriesOptions({ org, project }, filter));
  const query = useInfiniteQuery({ ...options, refetchInterval: POLL_MS });
  const rows = query.data?.pages.flatMap(({ deliveries }) => deliveries) ?? [];
  if (query.isPending) return <SectionSkeleton label="Loading deliveries" />;
  return (
    <PageSection
      title="Deliveries"
      intro="What was sent about failed runs, and what could not be."
      action={<DeliveriesFilter filter={filter} channels={channels} onChange={onChange} />}
    >
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
      ) : filter.status !== null || filter.channel !== null ? (
        <div className="px-(--gutter)">
          <EmptyState
            title="No message fits the filter"
            action={
              <Button size="sm" onClick={() => onChange({ status: null, channel: null })}>
                Show all
              </Button>
            }
          />
        </div>
      ) : (
        <div className="px-(--gutter)">
          <EmptyState title="Nothing was sent yet">
            A message goes out when a run fails while a channel is on. Send a test from the list of channels
            to see that the way is open.
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
