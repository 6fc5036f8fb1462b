"use client";
import type { RunHistogram } from "@heddle/core";
import { X } from "lucide-react";
import { formatInstant } from "@/format/instant";
import { formatCount } from "@/format/number";
import { useNow, useTime } from "../../time/time-provider";
import type { RunsFilter } from "../runs-query";
import { Bars } from "./bars";
import { Brush } from "./brush";
import { countIn, rangeOf, type Stretch, stretchOf } from "./brush-range";
import { ticksBetween } from "./ticks";

const WORDS_SHARE = 0.2;

interface RunsHistogramProps {
  histogram: RunHistogram | undefined;
  filter: RunsFilter;
  onRange: (range: Pick<RunsFilter, "from" | "to">) => void;
}

/** Runs over time by status; a stretch of it narrows the list. */
export function RunsHistogram({ histogram, filter, onRange }: RunsHistogramProps) {
  const { zone } = useTime();
  const now = useNow("minute");
  const buckets = histogram?.buckets ?? [];
  const widthMs = histogram?.widthMs ?? 0;
  const shape = { buckets, widthMs };
  const stretch = stretchOf(filter, shape);
  const narrowed = filter.from !== null || filter.to !== null;
  const start = Date.parse(buckets[0]?.start ?? "");
  const end = start + buckets.length * widthMs;
  const wordsAt = (edge: number) => {
    if (buckets.length === 0) return "";
    const at = start + edge * widthMs;
    return at > now ? "now" : formatInstant(new Date(at).toISOString(), now, zone);
  };
  const summary = (of: Stretch) => {
    const count = countIn(of, buckets);
    return `${wordsAt(of.first)} to ${wordsAt(of.end)} · ${formatCount(count)} ${count === 1 ? "run" : "runs"}`;
  };
  // The words at the right end have that place to themselves.
  const ticks = buckets.length > 0 ? ticksBetween(start, end - (end - start) * WORDS_SHARE, zone) : [];
  return (
    <section
      aria-label="Runs over time"
      className="border-b border-line px-(--gutter) pt-2.5 pb-1 max-desk:hidden"
    >
      <Brush
        count={buckets.length}
        stretch={stretch}
        narrowed={narrowed}
        wordsAt={wordsAt}
        onSelect={(chosen) => onRange(rangeOf(chosen, shape))}
      >
        <Bars buckets={buckets} />
      </Brush>
      <div className="relative h-5 text-11/[20px] text-ink-3">
        <div aria-hidden className="absolute inset-0 overflow-hidden">
          {ticks.map(({ at, label }) => (
            <span
              key={at}
              className="absolute whitespace-nowrap"
              style={{ left: `${((at - start) / (end - start)) * 100}%` }}
            >
              {label}
            </span>
          ))}
        </div>
        {histogram ? (
          <span className="absolute right-0 flex items-center gap-1">
            {histogram.countedFrom && !narrowed ? (
              <span>counted from {formatInstant(histogram.countedFrom, now, zone)}, </span>
            ) : null}
            <span className={narrowed ? "font-medium text-accent" : undefined}>{summary(stretch)}</span>
            {narrowed ? (
              <button
                type="button"
                aria-label="All of the time shown"
                title="All of the time shown"
                onClick={() => onRange({ from: null, to: null })}
                className="inline-flex size-5 items-center justify-center rounded-1 text-ink-3 hover:text-ink"
              >
                <X size={12} strokeWidth={1.4} absoluteStrokeWidth aria-hidden />
              </button>
            ) : null}
          </span>
        ) : null}
      </div>
    </section>
  );
}
