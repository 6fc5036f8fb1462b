import type { HistoryRun } from "@heddle/core";
import { ArrowLeftRight, ChevronRight } from "lucide-react";
import Link from "next/link";
import { formatCount } from "../../format/number";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { buttonClass } from "../ui/button";
import type { Step } from "./largest-step";
import type { Series } from "./node-params";
import { differenceWords, seriesWords } from "./series";

const runsWord = (count: number) => `${formatCount(count)} ${count === 1 ? "run" : "runs"}`;

interface StepNoticeProps {
  runs: readonly HistoryRun[];
  series: Series;
  step: Step | null;
}

/** The largest step of the shown statistic at a change of code, and the two runs around it. */
export function StepNotice({ runs, series, step }: StepNoticeProps) {
  const { base } = useShell();
  const [before, after] = [step && runs[step.before.to], step && runs[step.after.from]];
  if (!step || !before || !after) return null;
  const { median: then, values: thenRuns } = step.before;
  const { median: now, values: nowRuns } = step.after;
  return (
    <section
      aria-label="Largest step"
      className="mx-(--gutter) mb-1 flex min-h-9 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 rounded-3 border border-line border-l-3 border-l-accent py-1 pr-1.5 pl-3 text-12"
    >
      <b className="flex items-center gap-1.5 font-semibold">
        <ArrowLeftRight size={13} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
        Between {runName(before)} and {runName(after)}
      </b>
      <span className="min-w-0 flex-1 basis-60 text-ink-2">
        {series} {seriesWords(then, series)} → {seriesWords(now, series)},{" "}
        <b className="font-semibold text-ink">{differenceWords(then, now, series)}</b>
        <span className="text-ink-3">
          , the largest step at a code change, medians of {formatCount(thenRuns)} and {runsWord(nowRuns)}
        </span>
      </span>
      <Link href={paths.compare(base, { a: before.id, b: after.id })} className={buttonClass({ size: "sm" })}>
        Open the pair
        <ChevronRight size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
      </Link>
    </section>
  );
}
