import { linePath, sparkPoints } from "./spark-path";

interface SparklineProps {
  values: number[];
  /** Usual range, low and high. */
  band?: [number, number];
  label: string;
  tone?: "ink" | "warning";
  width?: number;
  height?: number;
}

/** The course of a value, the present as a dot at its end, the usual range behind. */
export function Sparkline({ values, band, label, tone = "ink", width = 96, height = 20 }: SparklineProps) {
  if (values.length === 0) return null;
  const drawn = sparkPoints(values, { width, height }, band);
  const last = drawn.points.at(-1);
  const stroke = tone === "warning" ? "var(--warning)" : "var(--n500)";
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="block">
      {drawn.band ? (
        <rect
          y={drawn.band.top}
          width={width - 4}
          height={Math.max(1, drawn.band.bottom - drawn.band.top)}
          fill="var(--usual)"
        />
      ) : null}
      <path
        d={linePath(drawn.points)}
        fill="none"
        stroke={stroke}
        strokeWidth={1.25}
        strokeLinejoin="round"
      />
      {last ? <circle cx={last.x} cy={last.y} r={2} fill={stroke} /> : null}
    </svg>
  );
}
