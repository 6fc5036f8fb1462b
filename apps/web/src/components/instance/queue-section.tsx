"use client";
import type { JobName, JobRules } from "@heddle/queue";
import { useQuery } from "@tanstack/react-query";
import { formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { type Column, DataTable } from "../ui/data-table";
import { ErrorState } from "../ui/error-state";
import { PageSection } from "../ui/page-section";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { POLL_MS } from "./inbox-section";
import { JOB_WORDS, rulesInWords } from "./job-words";

const BACKENDS = { postgresql: "PostgreSQL", redis: "Redis" };

interface JobRow {
  name: JobName;
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
  rules: JobRules;
}

/** Jobs by kind and state. Jobs hold ids only, so a queue that is away or empty loses nothing. */
export function QueueSection() {
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.instance.queue.queryOptions(), refetchInterval: POLL_MS });
  if (query.isPending) return <SectionSkeleton label="Loading the queue" />;
  const { data } = query;
  return (
    <PageSection
      title="Queue"
      intro={`Jobs are in ${data ? BACKENDS[data.backend] : "the queue"}. They hold ids only: losing one costs time, never data.`}
    >
      {query.isError || data?.jobs === null ? (
        <div className="px-(--gutter) pb-3">
          {query.isError ? (
            <QueryError title="The queue did not load" query={query} onRetry={() => void query.refetch()} />
          ) : (
            <ErrorState title="The queue does not answer" onRetry={() => void query.refetch()}>
              Batches are stored all the same: workers look by themselves every two seconds. Pages do not
              update by themselves, and alerts wait, until it is back.
            </ErrorState>
          )}
        </div>
      ) : null}
      {data?.jobs ? (
        <DataTable label="Jobs" columns={COLUMNS} rows={data.jobs} rowKey={({ name }) => name} />
      ) : null}
    </PageSection>
  );
}

const figure = (value: number, tone = "") => (
  <span className={value === 0 ? "text-ink-3" : tone}>{formatCount(value)}</span>
);
const NARROW = "desk:w-24 tabular-nums";

const COLUMNS: Column<JobRow>[] = [
  {
    key: "job",
    head: "Job",
    card: "lead",
    cell: ({ name }) => (
      <>
        <code className="font-medium">{name}</code>
        <span className="block text-11 text-ink-3">{JOB_WORDS[name]}</span>
      </>
    ),
  },
  { key: "waiting", head: "Waiting", className: NARROW, cell: ({ waiting }) => figure(waiting) },
  { key: "active", head: "Active", className: NARROW, cell: ({ active }) => figure(active) },
  { key: "delayed", head: "Delayed", className: NARROW, cell: ({ delayed }) => figure(delayed) },
  {
    key: "failed",
    head: "Given up",
    className: NARROW,
    cell: ({ failed }) => figure(failed, "font-medium text-failed-text"),
  },
  {
    key: "rules",
    head: "Tried",
    className: "desk:w-[34%]",
    cell: ({ rules }) => <span className="text-ink-2">{rulesInWords(rules)}</span>,
  },
];
