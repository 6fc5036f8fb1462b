"use client";
import type { HistoryRun, NodeHistory } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { ProfileView } from "../profile/profile-view";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { EmptyState } from "../ui/empty-state";
import { QueryError } from "../ui/query-error";
import { SectionSkeleton } from "../ui/section-skeleton";
import { ThenNow } from "./then-now";

interface ValueTabProps {
  node: string;
  history: NodeHistory;
}

/** What the node produced in the newest run that recorded it. */
export function ValueTab({ node, history }: ValueTabProps) {
  const newest = history.runs.findLast(({ figures }) => figures !== null);
  if (newest) return <Value node={node} history={history} run={newest} />;
  return (
    <div className="p-(--gutter)">
      <EmptyState title="No value was recorded in these runs">
        The node returned nothing, did not succeed, or what it returned was not profiled.
      </EmptyState>
    </div>
  );
}

function Value({ node, history, run }: ValueTabProps & { run: HistoryRun }) {
  const { org, project, base } = useShell();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.runs.node.queryOptions({ org, project, runId: run.id, node, task: history.task || undefined }),
  );
  if (query.isError) {
    return (
      <div className="p-(--gutter)">
        <QueryError title="The value did not load" query={query} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <SectionSkeleton label="Loading the value" />;
  const { profile } = query.data;
  return (
    <div className="max-w-180 pb-6">
      <p className="flex min-h-11 items-center gap-1.5 px-4 text-12 text-ink-2 desk:px-(--gutter)">
        In{" "}
        <Link href={paths.run(base, run.id, { node })} className="font-medium text-ink hover:text-accent">
          {runName(run)}
        </Link>
        <Instant at={run.startedAt} />
      </p>
      <ThenNow history={history} pinned={null} />
      {profile ? <ProfileView profile={profile} /> : null}
    </div>
  );
}
