"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatBytes, formatCount } from "@/format/number";
import { useTRPC } from "@/trpc/client";
import { Ago } from "../time/instant";
import { PageSection } from "../ui/page-section";
import { Pill } from "../ui/pill";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { POLL_MS } from "./inbox-section";

/** A worker shows every few seconds that it lives. */
const SILENT_MS = 30_000;
const BACKENDS = { postgresql: "PostgreSQL", redis: "Redis" };

/** What Heddle runs on, and whether it lives. */
export function HealthSection() {
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.instance.health.queryOptions(), refetchInterval: POLL_MS });
  if (query.isPending) return <SectionSkeleton label="Loading the state of the instance" />;
  const { data } = query;
  if (!data) {
    return (
      <PageSection title="Health">
        <div className="px-(--gutter)">
          <QueryError title="The state did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      </PageSection>
    );
  }
  const { database, workers, web, queue } = data;
  const facts: [string, ReactNode][] = [
    ["Workers", <Workers key="workers" {...workers} />],
    [
      "Database",
      `PostgreSQL ${database.version}, ${formatBytes(database.bytes)}, ${formatCount(database.connections)} of ${formatCount(database.mostConnections)} connections`,
    ],
    ["Queue", BACKENDS[queue.backend]],
    [
      "This web process",
      <span key="web">
        started <Ago at={web.startedAt} />, on Node {web.node}
      </span>,
    ],
  ];
  return (
    <PageSection title="Health">
      {query.isError ? (
        <div className="px-(--gutter) pb-3">
          <QueryError
            title="The server does not answer; this is from before"
            query={query}
            onRetry={() => void query.refetch()}
          />
        </div>
      ) : null}
      <dl className="flex max-w-180 flex-col gap-2 px-(--gutter) text-13">
        {facts.map(([term, value]) => (
          <div key={term} className="flex gap-3 max-desk:flex-col max-desk:gap-0">
            <dt className="w-36 shrink-0 text-ink-3">{term}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}

interface WorkersProps {
  alive: number;
  lastSeenAt: string | null;
  seen: { id: string; seenAt: string }[];
}

function Workers({ alive, lastSeenAt, seen }: WorkersProps) {
  const latest = lastSeenAt === null ? 0 : Date.parse(lastSeenAt);
  const silent = seen.filter(({ seenAt }) => Date.parse(seenAt) < latest - SILENT_MS);
  if (alive === 0) {
    return (
      <>
        <Pill tone="failed">none alive</Pill>{" "}
        {lastSeenAt === null ? (
          "No worker ever ran here."
        ) : (
          <>
            The last sign of life came <Ago at={lastSeenAt} />.
          </>
        )}{" "}
        What is sent is accepted and waits; start a worker.
      </>
    );
  }
  return (
    <>
      <Pill tone="success">{alive === 1 ? "1 alive" : `${formatCount(alive)} alive`}</Pill>
      {lastSeenAt === null ? null : (
        <>
          {" "}
          last sign of life <Ago at={lastSeenAt} />
        </>
      )}
      {silent.length > 0 ? (
        <ul className="mt-1 text-12 text-ink-2">
          {silent.map(({ id, seenAt }) => (
            <li key={id}>
              <code>{id.slice(0, 8)}</code> silent, last seen <Ago at={seenAt} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
