import { formatDuration } from "@/format/duration";
import { Sparkline } from "../chart/sparkline";
import type { PipelineHealth } from "./pipeline-words";

/** How long the good ones of the last runs took, over what is usual; then the median. */
export function DurationTrend({ pipeline }: { pipeline: PipelineHealth }) {
  const { runs, usualMs, slower } = pipeline;
  const took = runs.flatMap(({ status, durationMs }) => (status === "succeeded" ? [durationMs] : []));
  if (!usualMs) return <span className="text-11 text-ink-3">from the 5th good run</span>;
  const usual = `${formatDuration(usualMs.p10)} to ${formatDuration(usualMs.p90)}`;
  return (
    <span className="flex items-center gap-1.5">
      <Sparkline
        label={`Duration of the last good runs; usually ${usual}`}
        values={took}
        band={{ low: usualMs.p10, high: usualMs.p90 }}
        tone={slower === null ? "neutral" : "warning"}
        width={84}
      />
      <span className="whitespace-nowrap">{formatDuration(usualMs.p50)}</span>
    </span>
  );
}
