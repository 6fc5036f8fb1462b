import { formatDuration } from "@/format/duration";
import { type DurationTone, durationScale, type Usual } from "./duration-scale";

const FILL: Record<DurationTone, string> = {
  usual: "var(--n500)",
  fast: "var(--n400)",
  slow: "var(--warning)",
  live: "var(--running)",
  bad: "var(--failed)",
};

interface DurationBarProps {
  milliseconds: number;
  usual: Usual | null;
  tone: DurationTone;
  width?: number;
}

const WORDS = { usual: "usual", fast: "faster than usual", slow: "slower than usual" };

function describe({ milliseconds, usual, tone }: DurationBarProps): string {
  const took = formatDuration(milliseconds);
  if (!usual) return `${took}; how long is usual is known from the 5th successful run`;
  const verdict = tone === "live" || tone === "bad" ? "" : `, ${WORDS[tone]}`;
  return `${took}${verdict}; usually ${formatDuration(usual.p10)} to ${formatDuration(usual.p90)}`;
}

/** A duration as a bar over the range that is usual for it. Without a usual there is nothing to draw. */
export function DurationBar(props: DurationBarProps) {
  const { milliseconds, usual, tone, width = 96 } = props;
  const scale = durationScale(milliseconds, usual);
  const label = describe(props);
  return (
    <svg width={width} height={14} role="img" aria-label={label} className="block">
      <title>{label}</title>
      <rect width={width} height={14} fill="transparent" />
      {scale ? (
        <>
          <rect
            x={scale.low * width}
            y={2}
            width={Math.max(2, (scale.high - scale.low) * width)}
            height={10}
            rx={1}
            fill="var(--usual)"
          />
          <rect y={5} width={Math.max(1.5, scale.value * width)} height={4} rx={1} fill={FILL[tone]} />
        </>
      ) : (
        <path d={`M0 7H${width}`} stroke="var(--line-strong)" strokeDasharray="2 3" />
      )}
    </svg>
  );
}
