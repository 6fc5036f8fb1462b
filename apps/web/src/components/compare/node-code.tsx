"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { CodeDiff } from "../diff/code-diff";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { EmptyState } from "../ui/empty-state";
import { QueryError } from "../ui/query-error";
import { Skeleton } from "../ui/skeleton";
import { useCompare } from "./compare-context";

/** What happened to the code of a node between the two runs. */
export function NodeCode({ node }: { node: string }) {
  const { pair, summary } = useCompare();
  const { base } = useShell();
  const trpc = useTRPC();
  const [from, to] = [summary.a.codeVersion, summary.b.codeVersion];
  const query = useQuery({
    ...trpc.versions.code.queryOptions({
      org: pair.org,
      project: pair.project,
      from,
      to: to ?? "",
      of: { node },
    }),
    enabled: to !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.isError) {
    return <QueryError title="The code did not load" query={query} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) {
    return (
      <div
        role="status"
        aria-label="Loading code"
        className="flex h-32 flex-col gap-2.5 rounded-3 border border-line p-3"
      >
        <Skeleton className="w-48" />
        <Skeleton className="w-72 max-w-full" />
        <Skeleton className="w-60 max-w-full" />
      </div>
    );
  }
  const { before, after, presence } = query.data;
  const path = after?.path ?? before?.path;
  if (!before && !after) {
    return (
      <EmptyState title={`No code of ${node} is there`}>
        {presence.after === "unread" || presence.before === "unread"
          ? "Its file has not arrived yet, or is too large to be shown."
          : "The client did not send where it is defined."}
      </EmptyState>
    );
  }
  return (
    <div className="overflow-hidden rounded-3 border border-line">
      <div className="flex min-h-8 items-center gap-2 border-b border-line bg-sunken px-2.5 text-12">
        <span className="min-w-0 truncate font-mono text-[11.5px]" title={path}>
          {path}
        </span>
        <span className="min-w-0 truncate text-ink-3">{node}</span>
        {from !== null && to !== null ? (
          <Link
            href={paths.versions(base, { pipeline: summary.b.pipeline ?? undefined, from, to, node })}
            className="ml-auto shrink-0 text-accent hover:underline"
          >
            Versions
          </Link>
        ) : null}
      </div>
      <CodeDiff before={before} after={after} view="unified" label={`Code of ${node}, then and now`} />
    </div>
  );
}
