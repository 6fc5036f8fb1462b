"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { formatCount } from "../../format/number";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import type { FailuresData } from "./types";

const runsWord = (count: number) => `${formatCount(count)} ${count === 1 ? "run" : "runs"}`;

/** How the node failed, same failures together, the newest first. */
export function FailuresTab({ pipeline, node }: { pipeline: string; node: string }) {
  const { org, project } = useShell();
  const trpc = useTRPC();
  const query = useQuery(trpc.nodes.failures.queryOptions({ org, project, pipeline, node }));
  if (query.isError) {
    return (
      <div className="p-(--gutter)">
        <QueryError title="The failures did not load" query={query} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <SectionSkeleton label="Loading failures" />;
  const { failures, runs } = query.data;
  if (failures.length === 0) {
    return (
      <p className="flex items-center gap-2 px-(--gutter) py-5 text-13 text-ink-2">
        <CircleCheck size={16} strokeWidth={1.4} absoluteStrokeWidth className="text-success" aria-hidden />
        It did not fail in the newest {runsWord(runs)} of the pipeline.
      </p>
    );
  }
  return (
    <div className="pb-6">
      <p className="flex min-h-11 items-center px-(--gutter) text-12 text-ink-2">
        {formatCount(failures.length)} {failures.length === 1 ? "failure" : "different failures"} in the
        newest {runsWord(runs)}
      </p>
      <ol>
        {failures.map((failure) => (
          <FailureItem key={failure.fingerprint} failure={failure} node={node} />
        ))}
      </ol>
    </div>
  );
}

function FailureItem({ failure, node }: { failure: FailuresData["failures"][number]; node: string }) {
  const { base } = useShell();
  const { error, runs, lastRun, firstRun, failureId } = failure;
  return (
    <li className="border-t border-line px-(--gutter) py-3 text-12">
      <p className="line-clamp-3 text-13 break-words">
        <b className="font-semibold text-failed-text">{error.type}</b> {error.message}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
        <span className="font-medium text-ink">{runsWord(runs)}</span>
        <span>
          last{" "}
          <Link
            href={paths.run(base, lastRun.id, { node })}
            className="font-medium text-ink hover:text-accent"
          >
            {runName(lastRun)}
          </Link>
          , <Instant at={lastRun.startedAt} />
        </span>
        {firstRun.id === lastRun.id ? null : (
          <span>
            first{" "}
            <Link
              href={paths.run(base, firstRun.id, { node })}
              className="font-medium text-ink hover:text-accent"
            >
              {runName(firstRun)}
            </Link>
            , <Instant at={firstRun.startedAt} />
          </span>
        )}
        {failureId ? (
          <Link href={paths.failure(base, failureId)} className="text-accent hover:underline">
            Open the alert
          </Link>
        ) : null}
      </p>
    </li>
  );
}
