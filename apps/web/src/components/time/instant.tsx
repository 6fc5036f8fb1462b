"use client";
import { formatAgo, formatExact, formatInstant } from "@/format/instant";
import { useNow, useTime } from "./time-provider";

interface InstantProps {
  /** ISO 8601. */
  at: string;
  className?: string;
}

/** A moment as people say it: `11:00` today, `Sun 02:00` this week, else a date. Exact on hover. */
export function Instant({ at, className }: InstantProps) {
  const { zone } = useTime();
  const now = useNow("minute");
  return (
    <time dateTime={at} title={`${formatExact(at, zone)}, ${formatAgo(at, now)}`} className={className}>
      {formatInstant(at, now, zone)}
    </time>
  );
}

/** A moment as a distance: `24 m ago`. Exact on hover. */
export function Ago({ at, className }: InstantProps) {
  const { zone } = useTime();
  const now = useNow("minute");
  return (
    <time dateTime={at} title={formatExact(at, zone)} className={className}>
      {formatAgo(at, now)}
    </time>
  );
}
