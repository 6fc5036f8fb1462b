"use client";
import type { FailureSummary } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { CodeBlock } from "../code/code-block";
import { failingLine } from "../code/frames";
import { Traceback } from "../code/traceback";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { QueryError } from "../ui/query-error";
import { Skeleton } from "../ui/skeleton";
import { failureError } from "./failure-words";

/** Where it broke in the newest run: the error with its traceback, own frames first, and the node's code. */
export function FailureError({ failure }: { failure: FailureSummary }) {
  const { base } = useShell();
  const { node, lastRun } = failure;
  return (
    <section aria-label="Error" className="overflow-hidden rounded-3 border border-line">
      <div className="flex min-h-9 items-center justify-between gap-3 border-b border-line bg-sunken px-3">
        <h2 className="text-13 font-semibold">Error</h2>
        <Link
          href={paths.run(base, lastRun.id, node ? { node } : {})}
          className="text-12 text-ink-2 hover:text-accent"
        >
          in the newest run, <span className="font-medium text-ink">{runName(lastRun)}</span>
        </Link>
      </div>
      <div className="p-3">
        {node === null ? <RunError failure={failure} /> : <NodeError failure={failure} node={node} />}
      </div>
    </section>
  );
}

function NodeError({ failure, node }: { failure: FailureSummary; node: string }) {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const input = { org, project, runId: failure.lastRun.id, node };
  const query = useQuery(trpc.runs.node.queryOptions(input));
  if (!query.data) return <Waiting failure={failure} query={query} />;
  const { runs, source, codeLines } = query.data;
  const error = runs.find((run) => run.error !== null)?.error;
  if (!error) return <Words failure={failure} />;
  return (
    <>
      <Traceback error={error} sourcePath={source?.path ?? null} />
      {source && codeLines ? (
        <div className="mt-3">
          <CodeBlock
            lines={codeLines}
            start={source.startLine}
            failing={failingLine(error.frames, source)}
            label={`Code of ${node}`}
          />
        </div>
      ) : null}
    </>
  );
}

function RunError({ failure }: { failure: FailureSummary }) {
  const trpc = useTRPC();
  const { org, project } = useShell();
  const query = useQuery(trpc.runs.get.queryOptions({ org, project, runId: failure.lastRun.id }));
  if (!query.data) return <Waiting failure={failure} query={query} />;
  const { error } = query.data;
  return error ? <Traceback error={error} sourcePath={null} /> : <Words failure={failure} />;
}

/** What is known without the run. */
function Words({ failure }: { failure: FailureSummary }) {
  return <p className="text-12 break-words whitespace-pre-wrap">{failureError(failure)}</p>;
}

type Pending = Parameters<typeof QueryError>[0]["query"] & { isError: boolean; refetch: () => unknown };

function Waiting({ failure, query }: { failure: FailureSummary; query: Pending }) {
  return (
    <>
      <Words failure={failure} />
      {query.isError ? (
        <div className="mt-2">
          <QueryError title="The traceback did not load" query={query} onRetry={() => void query.refetch()} />
        </div>
      ) : (
        <div role="status" aria-label="Loading the traceback" className="mt-3 grid gap-2">
          <Skeleton className="w-56" />
          <Skeleton className="w-72" />
        </div>
      )}
    </>
  );
}
