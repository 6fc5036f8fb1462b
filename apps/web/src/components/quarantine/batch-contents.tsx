"use client";
import type { QuarantinedContents } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatBytes, formatCount } from "@/format/number";
import { Button } from "../ui/button";
import { QueryError } from "../ui/query-error";
import { Skeleton } from "../ui/skeleton";
import type { Failure, QuarantineSource } from "./quarantine-source";

const UNREADABLE = {
  compression: "It cannot be decompressed: what arrived is damaged, or is not what its header said.",
  content: "It is no batch of telemetry: not JSON, or without a writer, a number or events.",
};

/** What a batch is about, asked for with a button: looking into it takes the server some work. */
export function BatchContents({ id, source }: { id: string; source: QuarantineSource }) {
  const [wanted, setWanted] = useState(false);
  const query = useQuery<QuarantinedContents, Failure>({
    queryKey: ["quarantine", source.key, "contents", id],
    queryFn: () => source.contents(id),
    enabled: wanted,
  });
  if (!wanted) {
    return (
      <Button size="sm" className="self-start" onClick={() => setWanted(true)}>
        What is in it?
      </Button>
    );
  }
  if (query.isPending) {
    return (
      <p role="status" aria-label="Looking into the batch">
        <Skeleton className="w-52" />
      </p>
    );
  }
  if (query.isError) {
    return (
      <QueryError title="It could not be looked at" query={query} onRetry={() => void query.refetch()} />
    );
  }
  return <Summary {...query.data} />;
}

function Summary({ bytes, unreadable, events, types, runs, runCount }: QuarantinedContents) {
  if (unreadable !== null) return <p className="text-12 text-ink-2">{UNREADABLE[unreadable]}</p>;
  return (
    <div className="text-12">
      <p>
        {formatCount(events)} {events === 1 ? "event" : "events"}
        {bytes === null ? "" : `, ${formatBytes(bytes)} decompressed`}
      </p>
      <p className="text-ink-2">
        {types.map(({ type, events: count }) => `${formatCount(count)} ${type}`).join(", ")}
      </p>
      {runCount > 0 ? (
        <>
          <p className="mt-2 text-ink-3">{runCount === 1 ? "Run" : `${formatCount(runCount)} runs`}</p>
          <ul className="font-mono text-11">
            {runs.map((run) => (
              <li key={run}>{run}</li>
            ))}
          </ul>
          {runCount > runs.length ? (
            <p className="text-ink-3">and {formatCount(runCount - runs.length)} more</p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
