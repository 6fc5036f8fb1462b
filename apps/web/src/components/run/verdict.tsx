"use client";
import { ChevronRight } from "lucide-react";
import { formatCount } from "@/format/number";
import { Ago } from "../time/instant";
import { cn } from "../ui/cn";
import { RunChangesRow } from "./run-changes";
import { useRun } from "./run-context";
import { type Problem, type Verdict, verdictOf } from "./verdict-of";

const EDGE = {
  failed: "border-l-failed",
  lost: "border-l-lost",
  quiet: "border-l-skipped",
  warning: "border-l-warning",
};
const SHOWN = 3;

function Words({ problem, verb, bold = false }: { problem: Problem; verb?: string; bold?: boolean }) {
  return (
    <>
      {problem.node ? (
        <span className={cn("font-mono text-[12.5px]", bold && "font-semibold")}>{problem.node}</span>
      ) : null}{" "}
      {verb ? <b className="font-semibold">{verb} </b> : null}
      <span className="text-ink-2" title={problem.message}>
        {problem.type}: {problem.message}
      </span>
    </>
  );
}

function ProblemRow({ problem, index }: { problem: Problem; index: number }) {
  const { state } = useRun();
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        disabled={problem.node === null}
        onClick={() => state.select(problem.node)}
        className="flex min-h-8.5 w-full items-center gap-3 px-3 py-1 text-left -outline-offset-2 enabled:hover:bg-hover"
      >
        <span className="w-4 text-center text-12 text-ink-3">{index + 1}</span>
        <span className="min-w-0 flex-1 desk:truncate">
          <Words problem={problem} />
        </span>
        {problem.skipped > 0 ? (
          <span className="text-12 whitespace-nowrap text-ink-2 max-desk:hidden">
            stopped {formatCount(problem.skipped)} {problem.skipped === 1 ? "node" : "nodes"}
          </span>
        ) : null}
        <ChevronRight size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden className="text-ink-3" />
      </button>
    </li>
  );
}

function Headline({ title, verb, problems: [first] }: Verdict) {
  const { state, run } = useRun();
  if (!first) {
    return (
      <p className="min-w-0 flex-1 py-1.5">
        <b className="font-semibold">{title}</b>{" "}
        {run.status === "lost" ? (
          <span className="text-ink-2">
            last seen <Ago at={run.lastSeenAt} />, though it promised to report
          </span>
        ) : null}
        {run.status === "silent" ? (
          <span className="text-ink-2">
            last heard of <Ago at={run.lastSeenAt} />. The client sends no signs of life while it works, so it
            may still run
          </span>
        ) : null}
      </p>
    );
  }
  const words = (
    <>
      <b className="font-semibold">{title}</b> <Words problem={first} verb={verb} bold />
    </>
  );
  if (first.node === null) return <p className="min-w-0 flex-1 py-1.5 desk:truncate">{words}</p>;
  return (
    <button
      type="button"
      onClick={() => state.select(first.node)}
      className="min-w-0 flex-1 py-1.5 text-left hover:text-accent desk:truncate"
    >
      {words}
    </button>
  );
}

const FRAME = "mx-(--gutter) mb-3 shrink-0 overflow-hidden rounded-3 border border-line";

/** What failed and what is known about it, above everything else; what changed, also when all is well. */
export function VerdictBox() {
  const { run, model } = useRun();
  const verdict = verdictOf(run, model);
  if (!verdict) {
    return (
      <div className={cn(FRAME, "empty:hidden")}>
        <RunChangesRow />
      </div>
    );
  }
  const several = verdict.problems.length > 1;
  const hidden = verdict.problems.length - SHOWN;
  return (
    <section aria-label="Verdict" className={cn(FRAME, "border-l-3", EDGE[verdict.tone])}>
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 bg-sunken pr-3 pl-3">
        <Headline {...verdict} />
        {several ? null : <Facts facts={verdict.facts} />}
      </div>
      {several ? (
        <>
          <ol className="border-t border-line">
            {verdict.problems.slice(0, SHOWN).map((problem, index) => (
              <ProblemRow key={problem.node} problem={problem} index={index} />
            ))}
          </ol>
          <div className="flex min-h-7 items-center gap-4 border-t border-line px-3 text-12 text-ink-3">
            {hidden > 0 ? <span>{formatCount(hidden)} more</span> : null}
            <Facts facts={verdict.facts} />
          </div>
        </>
      ) : null}
      <div className="border-t border-line empty:hidden">
        <RunChangesRow />
      </div>
    </section>
  );
}

function Facts({ facts }: { facts: string[] }) {
  if (facts.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 text-12 text-ink-2 max-desk:w-full max-desk:pb-1.5">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
