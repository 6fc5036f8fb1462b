import { type Band, sparkPath } from "./spark-path";

const TONES = { neutral: "var(--n500)", failed: "var(--failed)", warning: "var(--warning)" };

interface SparklineProps {
  /** Oldest first; null where nothing is known, which is a gap. */
  values: readonly (number | null)[];
  /** The usual range. */
  band?: Band | null;
  /** What it shows, in words, for those who do not see it. */
  label: string;
  tone?: keyof typeof TONES;
  width?: number;
  height?: number;
}

/** A trend in the size of a word, over its usual range; the dot is the newest value. */
export function Sparkline({
  values,
  band = null,
  label,
  tone = "neutral",
  width = 96,
  height = 20,
}: SparklineProps) {
  const drawn = sparkPath(values, band, { width, height });
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="block shrink-0">
      <title>{label}</title>
      {drawn ? (
        <>
          {drawn.band ? (
            <rect y={drawn.band.y} width={width - 4} height={drawn.band.height} fill="var(--usual)" />
          ) : null}
          <path
            d={drawn.line}
            fill="none"
            stroke={TONES[tone]}
            strokeWidth={1.25}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          <circle cx={drawn.end.x} cy={drawn.end.y} r={2} fill={TONES[tone]} />
        </>
      ) : null}
    </svg>
  );
}
