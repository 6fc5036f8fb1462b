"use client";
import type { FailureDetail } from "@heddle/core";
import Link from "next/link";
import type { ReactNode } from "react";
import { formatCount } from "@/format/number";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { Elapsed } from "../time/elapsed";
import { Instant } from "../time/instant";
import { Pill } from "../ui/pill";
import { TagChip } from "../ui/tag-chip";
import { FailureButtons } from "./failure-buttons";
import { StateMark } from "./failure-state";
import { runsWords } from "./failure-words";
import type { FailureActions } from "./use-failure-actions";

interface FailureHeaderProps {
  detail: FailureDetail;
  base: string;
  actions: FailureActions;
  muteOpen: boolean;
  onMuteOpen: (open: boolean) => void;
}

function StatePill({ detail: { failure, began } }: Pick<FailureHeaderProps, "detail">) {
  if (failure.state === "recovered") return <Pill tone="success">recovered</Pill>;
  if (failure.state === "muted" && failure.mutedUntil)
    return (
      <Pill>
        muted until <Instant at={failure.mutedUntil} />
      </Pill>
    );
  return (
    <Pill tone={failure.state === "open" ? "failed" : "neutral"}>
      {failure.state}, <Elapsed since={began.run.startedAt} />
    </Pill>
  );
}

/** What fails, how it stands, since when; and what can be done about it, on a phone in reach of a thumb. */
export function FailureHeader(props: FailureHeaderProps) {
  const { detail, base } = props;
  const { failure, began, skipped, owner } = detail;
  const { pipeline, node } = failure;
  return (
    <header className="shrink-0 border-b border-line px-(--gutter) pt-3 pb-3">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
        <div className="flex min-w-0 flex-1 items-start gap-2.5 max-desk:basis-full">
          <span className="mt-1.25">
            <StateMark state={failure.state} />
          </span>
          <h1 className="min-w-0 text-16 font-semibold tracking-[-.006em] break-words desk:truncate">
            <Link href={paths.runs(base, { pipeline })} className="hover:text-accent">
              {pipeline}
            </Link>{" "}
            fails{" "}
            {node === null ? (
              "outside of its nodes"
            ) : (
              <>
                at{" "}
                <Link href={paths.node(base, { pipeline, node })} className="hover:text-accent">
                  {node}
                </Link>
              </>
            )}
          </h1>
          <span className="mt-0.75 shrink-0">
            <StatePill detail={detail} />
          </span>
        </div>
        <div className="flex gap-1.5 max-desk:basis-full empty:hidden">
          <FailureButtons {...props} failure={failure} look="page" />
        </div>
      </div>
      <ul className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-12 text-ink-2 desk:pl-6">
        <Fact>
          {runsWords(failure.runs)}, first <RunLink base={base} run={failure.firstRun} /> at{" "}
          <Instant at={failure.firstRun.startedAt} />
        </Fact>
        {began.run.id === failure.firstRun.id ? null : (
          <Fact>
            this time since <RunLink base={base} run={began.run} />, <Instant at={began.run.startedAt} />
          </Fact>
        )}
        {skipped.count > 0 ? (
          <Fact>
            {formatCount(skipped.count)} {skipped.count === 1 ? "node" : "nodes"} did not run
          </Fact>
        ) : null}
        {failure.environment ? (
          <li>
            <TagChip name="environment" value={failure.environment} />
          </li>
        ) : null}
        {owner ? <Fact>owner {owner}</Fact> : null}
        {failure.acknowledgedBy && failure.acknowledgedAt && failure.state !== "recovered" ? (
          <Fact>
            acknowledged by {failure.acknowledgedBy}, <Instant at={failure.acknowledgedAt} />
          </Fact>
        ) : null}
      </ul>
    </header>
  );
}

function Fact({ children }: { children: ReactNode }) {
  return <li className="min-w-0">{children}</li>;
}

function RunLink({ base, run }: { base: string; run: { id: string; number: number | null } }) {
  return (
    <Link href={paths.run(base, run.id)} className="font-medium text-ink hover:text-accent">
      {runName(run)}
    </Link>
  );
}
