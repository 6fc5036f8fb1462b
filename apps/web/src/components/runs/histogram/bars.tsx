import type { RunHistogram } from "@heddle/core";
import { memo } from "react";
import type { RUN_STATUSES } from "../../status/status-words";

type Bucket = RunHistogram["buckets"][number];
type RunStatus = (typeof RUN_STATUSES)[number];

/** From the ground up; what needs a look stands on top. */
const STACK: readonly { status: RunStatus; fill: string; opacity: number }[] = [
  { status: "succeeded", fill: "var(--success)", opacity: 0.55 },
  { status: "cancelled", fill: "var(--skipped)", opacity: 0.7 },
  { status: "silent", fill: "var(--skipped)", opacity: 0.45 },
  { status: "lost", fill: "var(--lost)", opacity: 1 },
  { status: "failed", fill: "var(--failed)", opacity: 1 },
  { status: "running", fill: "var(--running)", opacity: 1 },
];

/** In hundredths of the height: a single failure among many runs is still seen. */
const LEAST = 5;

const sum = ({ counts }: Bucket) => Object.values(counts).reduce((all, n) => all + n, 0);

function Bar({ bucket, most }: { bucket: Bucket; most: number }) {
  let top = 100;
  return STACK.map(({ status, fill, opacity }) => {
    const count = bucket.counts[status] ?? 0;
    if (count === 0) return null;
    const height = Math.max((count / most) * 96, LEAST);
    top -= height;
    return <rect key={status} y={top} width={1} height={height} fill={fill} opacity={opacity} />;
  });
}

/** One bar a bucket, stacked by status; stretched over the width that there is. */
export const Bars = memo(function Bars({ buckets }: { buckets: readonly Bucket[] }) {
  const most = Math.max(1, ...buckets.map(sum));
  return (
    <svg
      viewBox={`0 0 ${Math.max(1, buckets.length)} 100`}
      preserveAspectRatio="none"
      aria-hidden
      className="block h-full w-full"
    >
      {buckets.map((bucket, index) => (
        <g key={bucket.start} transform={`translate(${index + 0.05} 0) scale(0.9 1)`}>
          <Bar bucket={bucket} most={most} />
        </g>
      ))}
    </svg>
  );
});
