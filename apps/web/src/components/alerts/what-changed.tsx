"use client";
import type { FailureDetail } from "@heddle/core";
import { useQuery } from "@tanstack/react-query";
import { Columns2 } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { Instant } from "../time/instant";
import { buttonClass } from "../ui/button";
import { HashChip } from "../ui/hash-chip";
import { Kbd } from "../ui/kbd";
import { QueryError } from "../ui/query-error";
import { Skeleton } from "../ui/skeleton";
import { FailureCauses } from "./failure-causes";

function Commit({ git }: { git: FailureDetail["began"]["changes"]["git"] }) {
  if (!git) return null;
  const said = [git.author, git.subject].filter(Boolean).join(", ");
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-2 border-t border-line px-3 py-1.5 text-12 text-ink-2">
      {git.sameCommit ? "Same commit" : "Commit"} <HashChip hash={git.commit} what="commit" />
      <span className="min-w-0 break-words">{said}</span>
      {git.dirty ? <span className="text-warning-text">with uncommitted changes</span> : null}
    </p>
  );
}

/** What differs between the run with which it began and the last good one before. */
export function WhatChanged({ detail }: { detail: FailureDetail }) {
  const trpc = useTRPC();
  const { org, project, base } = useShell();
  const { began, failure } = detail;
  const { lastGood, git } = began.changes;
  const input = { org, project, a: lastGood?.id ?? "", b: began.run.id };
  const summary = useQuery({ ...trpc.compare.summary.queryOptions(input), enabled: lastGood !== null });
  return (
    <section
      aria-label="What changed"
      className="overflow-hidden rounded-3 border border-l-3 border-line border-l-failed"
    >
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken py-1 pr-1.5 pl-3">
        <h2 className="text-13 font-semibold">What changed</h2>
        {lastGood ? (
          <>
            <span className="text-12 text-ink-2 desk:ml-auto">
              in <RunLink base={base} run={began.run} />, against last good{" "}
              <RunLink base={base} run={lastGood} />, <Instant at={lastGood.startedAt} />
            </span>
            <Link
              href={paths.compare(base, { a: lastGood.id, b: began.run.id })}
              className={buttonClass({ size: "sm" })}
            >
              <Columns2 size={14} strokeWidth={1.4} absoluteStrokeWidth aria-hidden /> Compare{" "}
              <span aria-hidden className="max-desk:hidden">
                <Kbd>c</Kbd>
              </span>
            </Link>
          </>
        ) : null}
      </div>
      {lastGood === null ? (
        <p className="px-3 py-2 text-12 text-ink-2">
          No run of {failure.pipeline} succeeded before <RunLink base={base} run={began.run} />
          {failure.environment ? ` in ${failure.environment}` : ""}, so there is nothing to compare it with.
        </p>
      ) : summary.data ? (
        <FailureCauses summary={summary.data} base={base} pipeline={failure.pipeline} />
      ) : summary.isError ? (
        <div className="p-2">
          <QueryError
            title="The runs were not compared"
            query={summary}
            onRetry={() => void summary.refetch()}
          />
        </div>
      ) : (
        <div role="status" aria-label="Comparing the runs" className="flex h-8.5 items-center gap-3 px-3">
          <Skeleton className="h-4! w-14" />
          <Skeleton className="w-48" />
        </div>
      )}
      <Commit git={git} />
    </section>
  );
}

function RunLink({ base, run }: { base: string; run: { id: string; number: number | null } }) {
  return (
    <Link href={paths.run(base, run.id)} className="font-medium text-ink hover:text-accent">
      {runName(run)}
    </Link>
  );
}
