import { histogramPath } from "./histogram-path";

interface MiniHistogramProps {
  counts: number[];
  label: string;
  /** Where the mean lies, from 0 to 1 of the width. */
  mean?: number | null;
  width?: number;
  height?: number;
}

/** A distribution in the size of a word. */
export function MiniHistogram({ counts, label, mean, width = 96, height = 26 }: MiniHistogramProps) {
  if (counts.length === 0) return null;
  const at = mean === null || mean === undefined ? null : mean * width;
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="block">
      <title>{label}</title>
      <path
        d={histogramPath(counts, { width, height })}
        fill="var(--now-fill)"
        stroke="var(--now)"
        strokeWidth={1.25}
        strokeLinejoin="round"
      />
      <path d={`M0 ${height - 0.5}H${width}`} stroke="var(--line-strong)" />
      {at === null ? null : <path d={`M${at} 0V${height}`} stroke="var(--now)" />}
    </svg>
  );
}
