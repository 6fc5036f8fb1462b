import { StatusMark } from "../status/status-mark";
import { Skeleton } from "../ui/skeleton";

const NODES = [
  { x: 140, y: 0, width: 70, mark: "var(--success)", dashed: false },
  { x: 40, y: 64, width: 86, mark: "var(--success)", dashed: false },
  { x: 240, y: 64, width: 62, mark: "var(--running)", dashed: false },
  { x: 40, y: 128, width: 74, mark: "var(--n200)", dashed: false },
  { x: 240, y: 128, width: 80, mark: "var(--n200)", dashed: true },
  { x: 140, y: 192, width: 66, mark: "var(--n200)", dashed: true },
];

const EDGES =
  "M215 41C215 54 115 51 115 64M215 41C215 54 315 51 315 64M115 105V128M315 105V128M115 169C115 182 215 179 215 192M315 169C315 182 215 179 215 192";

const PROMISES = [
  ["Every function as a node", "with code, time, error and what it returned"],
  ["Statistics of each output", "types, missing values, quantiles, histogram"],
  ["A message when a run fails", "to Slack, with the failed node and a link"],
];

/** The outline of the page that the first run will fill. */
export function GhostRun() {
  return (
    <aside
      aria-label="What appears here"
      className="w-120 shrink-0 overflow-y-auto border-l border-line bg-sunken px-6 py-7 max-wide:hidden"
    >
      <p className="mb-2.5 text-11 text-ink-3">What appears, a second after your run starts</p>
      <div className="rounded-3 border border-dashed border-line-strong bg-bg pt-3.5">
        <div className="flex items-center gap-2 px-3.5">
          <StatusMark status="running" label="" />
          <span className="font-medium">your_pipeline</span>
          <span className="text-12 text-ink-3">#1</span>
          <Skeleton className="w-14" />
          <Skeleton className="ml-auto h-1! w-24" />
        </div>
        <svg viewBox="0 0 430 234" className="mt-4 w-full" fill="none" aria-hidden>
          <path d={EDGES} stroke="var(--line-strong)" />
          {NODES.map(({ x, y, width, mark, dashed }) => (
            <g key={`${x} ${y}`}>
              <rect
                x={x + 0.5}
                y={y + 0.5}
                width="150"
                height="40"
                rx="5"
                fill="var(--bg)"
                stroke="var(--line-strong)"
                strokeDasharray={dashed ? "3 3" : undefined}
              />
              <circle cx={x + 15} cy={y + 14} r="5" fill={mark} opacity=".6" />
              <rect x={x + 28} y={y + 10} width={width} height="8" rx="2" fill="var(--n100)" />
              <rect x={x + 28} y={y + 25} width="34" height="6" rx="2" fill="var(--n100)" />
            </g>
          ))}
        </svg>
        <dl className="mt-4 border-t border-dashed border-line-strong text-12/[18px]">
          {PROMISES.map(([title, words]) => (
            <div key={title} className="border-b border-line px-3.5 py-2 last:border-b-0">
              <dt className="font-medium">{title}</dt>
              <dd className="text-ink-2">{words}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className="mt-3 text-12/5 text-ink-3">
        What leaves your machine: names, code, timings, parameters, summary statistics with the most frequent
        values. Never rows.
      </p>
    </aside>
  );
}
