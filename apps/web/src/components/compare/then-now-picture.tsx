import type { ColumnProfile } from "@heddle/contract";
import { formatPercent } from "@/format/number";
import { ThenNowHistogram } from "./then-now-histogram";

interface ThenNowPictureProps {
  before: ColumnProfile | null;
  after: ColumnProfile | null;
  /** What the picture is of. */
  name: string;
  width?: number;
  height?: number;
}

const histogramOf = (column: ColumnProfile | null) =>
  column?.numeric?.histogram ?? column?.time?.histogram ?? null;

/** How a column's values lay then and lie now: bins, or the most frequent values; nothing where there is neither. */
export function ThenNowPicture({ before, after, name, width = 104, height = 20 }: ThenNowPictureProps) {
  const label = `Distribution of ${name || "the value"}, then in grey and now in outline`;
  const [then, now] = [histogramOf(before), histogramOf(after)];
  // One value has no distribution.
  if (Math.max(before?.count ?? 0, after?.count ?? 0) < 2) return null;
  if (then || now) {
    return (
      <ThenNowHistogram
        before={then}
        after={now}
        means={{ before: before?.numeric?.mean ?? null, after: after?.numeric?.mean ?? null }}
        label={label}
        width={width}
        height={height}
      />
    );
  }
  return <ThenNowBars before={before} after={after} label={label} width={width} height={height} />;
}

interface Bar {
  value: string;
  before: number;
  after: number;
  /** Not a value, but what is missing. */
  gap: boolean;
}

const MOST_BARS = 12;

/** Shares of all rows by value, the most frequent first; what is missing stands last. */
function barsOf(before: ColumnProfile | null, after: ColumnProfile | null): Bar[] {
  const shares = (column: ColumnProfile | null) =>
    new Map((column?.top ?? []).map(({ value, count }) => [value, count / Math.max(1, column?.count ?? 1)]));
  const [then, now] = [shares(before), shares(after)];
  const missing = (column: ColumnProfile | null) => (column ? column.missing / Math.max(1, column.count) : 0);
  const gap = { value: "missing", before: missing(before), after: missing(after), gap: true };
  const values = [...new Set([...then.keys(), ...now.keys()])]
    .map((value) => ({ value, before: then.get(value) ?? 0, after: now.get(value) ?? 0, gap: false }))
    .sort((x, y) => Math.max(y.before, y.after) - Math.max(x.before, x.after))
    .slice(0, MOST_BARS);
  return gap.before + gap.after > 0 ? [...values, gap] : values;
}

function ThenNowBars({
  before,
  after,
  label,
  width,
  height,
}: Omit<Required<ThenNowPictureProps>, "name"> & { label: string }) {
  const bars = barsOf(before, after);
  if (bars.length === 0) return null;
  const most = Math.max(...bars.flatMap((bar) => [bar.before, bar.after]), 1e-9);
  const step = Math.min(width / bars.length, 18);
  const words = bars
    .slice(0, 4)
    .map((bar) => `${bar.value || "empty"} ${formatPercent(bar.before)} → ${formatPercent(bar.after)}`);
  const tall = (share: number) => (share / most) * (height - 2);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${label}: ${words.join(", ")}`}
      className="block max-w-full"
    >
      <title>{words.join(", ")}</title>
      {bars.map(({ value, before: then, after: now, gap }, index) => (
        <g key={gap ? "\n" : value}>
          <rect
            x={index * step}
            y={height - tall(then)}
            width={step - 2}
            height={tall(then)}
            fill="var(--then)"
          />
          <rect
            x={index * step + 0.6}
            y={height - tall(now)}
            width={step - 3.2}
            height={tall(now)}
            fill="var(--now-fill)"
            stroke="var(--now)"
            strokeWidth={1.25}
            strokeDasharray={gap ? "2 2" : undefined}
          />
        </g>
      ))}
      <path d={`M0 ${height - 0.5}H${width}`} stroke="var(--line-strong)" />
    </svg>
  );
}
