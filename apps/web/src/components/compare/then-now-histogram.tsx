import type { Histogram } from "@heddle/contract";
import { onSameBins } from "@heddle/core/comparison/rebin";
import { histogramPath } from "../chart/histogram-path";

interface ThenNowHistogramProps {
  /** Null: there was none, and only the other side is drawn. */
  before: Histogram | null;
  after: Histogram | null;
  label: string;
  /** The values' means: a dashed line before, a solid one after. */
  means?: { before: number | null; after: number | null };
  /** Whose bins both sides stand on; common ones show how far values left the range of before. */
  bins?: "before" | "common";
  width?: number;
  height?: number;
}

/** Shares, because the sides may hold different numbers of values. */
function shares(counts: number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total > 0 ? count / total : 0));
}

/** Two distributions in one picture on the same bins and the same scale: grey is then, the outline is now. */
export function ThenNowHistogram(props: ThenNowHistogramProps) {
  const { label, means, bins = "before", width = 104, height = 26 } = props;
  const [one, other] = [props.before ?? props.after, props.after ?? props.before];
  if (!one || !other) return null;
  const both = onSameBins(one, other, bins);
  const [then, now] = [shares(both.before), shares(both.after)];
  const most = Math.max(...(props.before ? then : [0]), ...(props.after ? now : [0])) || 1;
  const draw = (counts: number[]) => histogramPath(counts, { width, height }, most);
  const { low, high } = both.bins;
  const line = (mean: number | null | undefined) =>
    mean == null || high <= low
      ? null
      : Math.min(width - 0.5, Math.max(0.5, ((mean - low) / (high - low)) * width));
  const [meanThen, meanNow] = [line(means?.before), line(means?.after)];
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      className="block max-w-full"
    >
      <title>{label}</title>
      {props.before ? <path d={draw(then)} fill="var(--then)" /> : null}
      {props.after ? (
        <path
          d={draw(now)}
          fill="var(--now-fill)"
          stroke="var(--now)"
          strokeWidth={1.25}
          strokeLinejoin="round"
        />
      ) : null}
      <path d={`M0 ${height - 0.5}H${width}`} stroke="var(--line-strong)" />
      {props.before && meanThen !== null ? (
        <path d={`M${meanThen} 0V${height}`} stroke="var(--then-line)" strokeDasharray="2 2" />
      ) : null}
      {props.after && meanNow !== null ? <path d={`M${meanNow} 0V${height}`} stroke="var(--now)" /> : null}
    </svg>
  );
}
