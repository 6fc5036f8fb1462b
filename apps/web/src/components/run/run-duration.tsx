import type { RunDetail } from "@heddle/contract";
import { formatDuration } from "@/format/duration";
import { DurationBar } from "../chart/duration-bar";
import { durationTone } from "../chart/duration-scale";
import { Elapsed } from "../time/elapsed";
import { useNow } from "../time/time-provider";

function LiveBar({ run }: { run: RunDetail }) {
  const elapsed = Math.max(0, useNow("second") - Date.parse(run.startedAt));
  return <DurationBar milliseconds={elapsed} usual={run.usualMs} tone="live" width={84} />;
}

/** How long the run took beside what is usual for it. */
export function RunDuration({ run }: { run: RunDetail }) {
  const { usualMs: usual, durationMs } = run;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {run.status === "running" ? (
        <>
          <Elapsed since={run.startedAt} className="font-medium" />
          {usual ? <LiveBar run={run} /> : null}
        </>
      ) : durationMs === null ? (
        <span className="text-ink-3">end unknown</span>
      ) : (
        <>
          <span className="font-medium">{formatDuration(durationMs)}</span>
          {usual ? (
            <DurationBar
              milliseconds={durationMs}
              usual={usual}
              tone={durationTone(run.status, durationMs, usual)}
              width={84}
            />
          ) : null}
        </>
      )}
      {usual ? (
        <span className="text-ink-3">
          usual {formatDuration(usual.p10)} to {formatDuration(usual.p90)}
        </span>
      ) : null}
    </span>
  );
}
