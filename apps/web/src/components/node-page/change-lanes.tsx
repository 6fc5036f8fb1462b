import { CodeXml, LogIn, type LucideIcon, Package, SlidersHorizontal } from "lucide-react";
import { memo } from "react";
import { LANE_TITLES, LANES, type Lane, laneMark } from "./lane-marks";
import { middleOf, PLOT_GRID } from "./plot";
import type { Slot } from "./slots";

const GLYPHS: Record<Lane, LucideIcon> = {
  own: CodeXml,
  upstream: CodeXml,
  environment: Package,
  input: LogIn,
  config: SlidersHorizontal,
};

/** With more marks than this share of the places, or narrower places, a lane shows ticks in place of glyphs. */
const CROWDED = 0.34;
const MOST_GLYPHS = 70;

/** What changed with each run, a lane for each kind of change. */
export const ChangeLanes = memo(function ChangeLanes({ slots }: { slots: readonly Slot[] }) {
  // Without marks an empty lane would say that nothing changed.
  const marked = slots.some(({ runs }) => runs.some(({ marks }) => marks !== null));
  return (
    <div aria-hidden className="mt-2.5">
      <StatusLane slots={slots} />
      {LANES.filter((lane) => lane === "own" || lane === "upstream" || marked).map((lane) => (
        <ChangeLane key={lane} lane={lane} slots={slots} />
      ))}
    </div>
  );
});

function ChangeLane({ lane, slots }: { lane: Lane; slots: readonly Slot[] }) {
  const Glyph = GLYPHS[lane];
  const marks = slots.flatMap((slot, index) => {
    const mark = laneMark(lane, slot);
    return mark ? [{ ...mark, index, key: slot.first }] : [];
  });
  const glyphs = marks.filter(({ look }) => look === "glyph").length;
  const crowded = glyphs > 8 && (glyphs / slots.length > CROWDED || slots.length > MOST_GLYPHS);
  return (
    <LaneRow title={LANE_TITLES[lane]}>
      {marks.map(({ look, words, index, key }) =>
        look === "dot" ? (
          <i
            key={key}
            title={words}
            className="absolute top-[9px] size-[5px] -translate-x-1/2 rounded-full bg-n300"
            style={{ left: middleOf(index, slots.length) }}
          />
        ) : crowded ? (
          <i
            key={key}
            title={words}
            className="absolute top-[7px] h-[9px] w-[2px] -translate-x-1/2 bg-n500"
            style={{ left: middleOf(index, slots.length) }}
          />
        ) : (
          <span
            key={key}
            title={words}
            className="absolute top-0.5 grid size-[18px] -translate-x-1/2 place-items-center rounded-full border border-line-control bg-bg text-ink"
            style={{ left: middleOf(index, slots.length) }}
          >
            <Glyph size={11} strokeWidth={1.6} absoluteStrokeWidth aria-hidden />
          </span>
        ),
      )}
    </LaneRow>
  );
}

/** Only where it is not all good: failed, skipped, running, and runs that did not get to the node. */
function StatusLane({ slots }: { slots: readonly Slot[] }) {
  const marks = slots.flatMap(({ runs, first }, index) => {
    const statuses = runs.map(({ node }) => node?.status ?? "skipped");
    const worst = (["failed", "running", "skipped"] as const).find((status) => statuses.includes(status));
    return worst && statuses.some((status) => status !== "succeeded") ? [{ worst, index, first }] : [];
  });
  if (marks.length === 0) return null;
  return (
    <LaneRow title="Not succeeded">
      {marks.map(({ worst, index, first }) => (
        <svg
          key={first}
          width={9}
          height={9}
          viewBox="0 0 9 9"
          className="absolute top-[7px] -translate-x-1/2"
          style={{ left: middleOf(index, slots.length) }}
        >
          <title>{worst}</title>
          {worst === "failed" ? (
            <path d="M2.7.5h3.6L8.500 2.700v3.6L6.300 8.500H2.700L.5 6.300V2.700z" fill="var(--failed)" />
          ) : worst === "running" ? (
            <circle cx={4.5} cy={4.5} r={3.4} fill="none" stroke="var(--running)" strokeWidth={1.6} />
          ) : (
            <path d="M1.500 4.500h6" stroke="var(--skipped)" strokeWidth={1.5} />
          )}
        </svg>
      ))}
    </LaneRow>
  );
}

function LaneRow({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className={`${PLOT_GRID} h-[23px] items-center`}>
      <span className="truncate pl-(--gutter) text-[10.5px] whitespace-nowrap text-ink-3 max-desk:pl-1">
        {title}
      </span>
      <div className="relative h-[23px] border-b border-grid">{children}</div>
    </div>
  );
}
