import type { HistoryRun } from "@heddle/core";
import Link from "next/link";
import { formatDuration } from "../../format/duration";
import { shortHash } from "../../format/hash";
import { formatCount, formatPercent } from "../../format/number";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { Instant } from "../time/instant";
import { changeWords } from "./lane-marks";
import type { Series } from "./node-params";
import { figureOf, seriesWords } from "./series";
import type { Slot } from "./slots";

interface ReadoutProps {
  slot: Slot | null;
  series: Series;
  node: string;
}

function Value({ slot, series }: { slot: Slot; series: Series }) {
  if (slot.value === null) return <span className="text-ink-3">no {series}</span>;
  const range = slot.low !== null && slot.high !== null && slot.high > slot.low;
  return (
    <span>
      {series} <b className="font-semibold">{seriesWords(slot.value, series)}</b>
      {range ? (
        <span className="text-ink-3">
          {" "}
          median, {seriesWords(slot.low ?? 0, series)} to {seriesWords(slot.high ?? 0, series)}
        </span>
      ) : null}
    </span>
  );
}

/** How the node fared in a run, for when it has no value. */
function Fate({ run }: { run: HistoryRun }) {
  if (!run.node) return <span className="text-ink-3">did not get here</span>;
  const { status, attempt, durationMs } = run.node;
  return (
    <span className="text-ink-2">
      {status === "succeeded" ? "" : `${STATUS[status].label.toLowerCase()}, `}
      {durationMs === null ? "" : `took ${formatDuration(durationMs)}`}
      {attempt > 0 ? `, attempt ${formatCount(attempt + 1)}` : ""}
    </span>
  );
}

/** The values of the run under the pointer or the cursor, in one line of fixed height. */
export function Readout({ slot, series, node }: ReadoutProps) {
  const { base } = useShell();
  const run = slot?.runs.at(-1);
  const first = slot?.runs[0];
  if (!slot || !run || !first) return <div className="h-7 shrink-0 max-desk:h-12" />;
  const missing = figureOf(run, "missing");
  const changes = [...new Set(slot.runs.flatMap(changeWords))];
  const known = slot.runs.every(({ code, marks }) => marks !== null && code?.version !== null);
  const words = changes.length > 0 || !known ? changes.join("; ") : "nothing changed";
  return (
    <div className="flex h-7 shrink-0 items-center gap-x-3 overflow-hidden px-(--gutter) text-12 whitespace-nowrap max-desk:h-12 max-desk:flex-wrap">
      <span className="flex items-center gap-1.5">
        <StatusMark status={run.node?.status ?? run.status} size={12} />
        {slot.runs.length > 1 ? <span>{runName(first)} to</span> : null}
        <Link href={paths.run(base, run.id, { node })} className="font-medium hover:text-accent">
          {runName(run)}
        </Link>
        <span className="text-ink-3">
          <Instant at={run.startedAt} />
        </span>
      </span>
      <Value slot={slot} series={series} />
      {missing === null || series === "missing" ? null : (
        <span className="text-ink-2 max-mid:hidden">missing {formatPercent(missing)}</span>
      )}
      {slot.runs.length === 1 && series !== "duration" ? <Fate run={run} /> : null}
      {run.codeVersion ? (
        <Link
          href={paths.versions(base, { to: run.codeVersion, node })}
          title={run.codeVersion}
          className="font-mono text-[11.5px] text-ink-3 hover:text-accent"
        >
          {shortHash(run.codeVersion)}
        </Link>
      ) : null}
      <span className="min-w-0 truncate text-ink-3" title={words}>
        {words}
      </span>
    </div>
  );
}
