"use client";
import type { ComparisonSummary } from "@heddle/core";
import Link from "next/link";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { cn } from "../ui/cn";
import { useCompare } from "./compare-context";
import { type ComparisonVerdict, verdictOf } from "./verdict-words";

const EDGE: Record<ComparisonVerdict["tone"], string> = {
  failed: "border-l-failed",
  lost: "border-l-lost",
  running: "border-l-running",
  good: "border-l-success",
  plain: "border-l-n400",
};

/** What the comparison comes to, and the failure that it is about. */
export function VerdictHead() {
  const { summary } = useCompare();
  const { tone, title, detail } = verdictOf(summary);
  return (
    <section aria-label="Verdict" className="px-(--gutter) pb-3">
      <div className={cn("border-l-3 pl-3", EDGE[tone])}>
        <h1 className="text-16 font-semibold break-words">{title}</h1>
        {summary.failures.slice(0, 3).map((failure) => (
          <Failure key={`${failure.side} ${failure.node}`} failure={failure} />
        ))}
        {detail ? <p className="text-ink-2">{detail}</p> : null}
      </div>
    </section>
  );
}

function Failure({ failure }: { failure: ComparisonSummary["failures"][number] }) {
  const { base } = useShell();
  const { summary } = useCompare();
  const { node, type, message, side } = failure;
  const run = side === "b" ? summary.b : summary.a;
  return (
    <p className="break-words desk:truncate" title={message ?? undefined}>
      <span className="text-ink-2">{side === "b" ? "B failed at " : "A failed at "}</span>
      <Link href={paths.run(base, run.id, node ? { node } : {})} className="font-medium hover:text-accent">
        {node ?? "the run itself"}
      </Link>
      {type || message ? (
        <span className="text-ink-2">
          {" "}
          {type ? <span className="text-failed-text">{type}</span> : null}
          {type && message ? ": " : ""}
          {message}
        </span>
      ) : null}
    </p>
  );
}
