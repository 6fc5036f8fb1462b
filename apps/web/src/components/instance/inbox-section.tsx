"use client";
import type { InboxState } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { formatDuration } from "@/format/duration";
import { formatBytes, formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { Sparkline } from "../chart/sparkline";
import { InboxFigures, StateFigure } from "../ingestion/inbox-figures";
import { type Column, DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { useTrend } from "./use-trend";

export const POLL_MS = 3000;
const QUIET: InboxState["waiting"] = { batches: 0, bytes: 0, oldestSeconds: null };

type ProjectRow = InboxState["projects"][number];

/** What was accepted and is not stored yet: of the instance, and of the projects with the most of it. */
export function InboxSection() {
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.instance.inbox.queryOptions(), refetchInterval: POLL_MS });
  const { waiting = QUIET, suspects = 0, quarantined = 0, outbox, projects = [] } = query.data ?? {};
  const trend = useTrend(waiting.batches, query.dataUpdatedAt);
  if (query.isPending) return <SectionSkeleton label="Loading the inbox" />;
  return (
    <PageSection
      title="Inbox"
      intro="Batches that were accepted, on their way into the tables. What is here survives any crash."
    >
      {query.isError ? (
        <div className="px-(--gutter) pb-3">
          <QueryError title="The inbox did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : null}
      <InboxFigures
        inbox={{ waiting, suspects, quarantined }}
        trend={
          trend.length > 1 ? (
            <Sparkline label="Batches that wait, since this page was opened" values={trend} width={72} />
          ) : null
        }
      >
        <StateFigure
          label="Signals to pass on"
          value={formatCount(outbox?.rows ?? 0)}
          context={
            outbox?.oldestSeconds == null
              ? "all are with the queue"
              : `the oldest for ${formatDuration(outbox.oldestSeconds * 1000)}`
          }
        />
      </InboxFigures>
      {projects.length > 0 ? (
        <DataTable label="Projects in the inbox" columns={COLUMNS} rows={projects} rowKey={({ id }) => id} />
      ) : (
        <div className="px-(--gutter) pt-4">
          <EmptyState title="The inbox is empty">
            That is its usual state: whatever arrives is stored within a second.
          </EmptyState>
        </div>
      )}
      {projects.length >= 20 ? (
        <p className="px-(--gutter) pt-2 text-12 text-ink-3">The 20 projects with the most batches.</p>
      ) : null}
    </PageSection>
  );
}

const count = (value: number) =>
  value === 0 ? <span className="text-ink-3">0</span> : <span>{formatCount(value)}</span>;
const NARROW = "desk:w-28 tabular-nums";

const COLUMNS: Column<ProjectRow>[] = [
  {
    key: "project",
    head: "Project",
    card: "lead",
    cell: ({ org, project }) => (
      <span title={`${org}/${project}`} className="block truncate font-medium">
        {org}/{project}
      </span>
    ),
  },
  { key: "waiting", head: "Waiting", className: NARROW, cell: ({ waiting }) => count(waiting.batches) },
  {
    key: "size",
    head: "Size",
    className: NARROW,
    cell: ({ waiting }) => (waiting.batches === 0 ? null : formatBytes(waiting.bytes)),
  },
  {
    key: "oldest",
    head: "Oldest",
    className: NARROW,
    cell: ({ waiting: { oldestSeconds } }) =>
      oldestSeconds === null ? null : formatDuration(oldestSeconds * 1000),
  },
  { key: "suspects", head: "Tried again", className: NARROW, cell: ({ suspects }) => count(suspects) },
  {
    key: "quarantined",
    head: "Quarantine",
    className: NARROW,
    cell: ({ id, org, project, quarantined }) =>
      quarantined === 0 ? (
        count(0)
      ) : (
        <Link
          href={`/instance/quarantine?project=${id}`}
          aria-label={`${formatCount(quarantined)} in quarantine of ${org}/${project}`}
          className="text-failed-text underline underline-offset-2"
        >
          {formatCount(quarantined)}
        </Link>
      ),
  },
];
