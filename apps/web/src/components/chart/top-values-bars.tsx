interface TopValuesBarsProps {
  counts: number[];
  label: string;
  width?: number;
  /** How many bars fit. */
  limit?: number;
}

const ROW = 8;

/** The most frequent values as bars, longest first. */
export function TopValuesBars({ counts, label, width = 96, limit = 4 }: TopValuesBarsProps) {
  const shown = counts.slice(0, limit);
  const most = Math.max(...shown, 1);
  return (
    <svg width={width} height={shown.length * ROW} role="img" aria-label={label} className="block">
      <title>{label}</title>
      {shown.map((count, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in the order.
          key={index}
          y={index * ROW + 1}
          width={Math.max(0.5, (count / most) * width)}
          height={5}
          rx={1}
          fill="var(--now)"
        />
      ))}
    </svg>
  );
}
