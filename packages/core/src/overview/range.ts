import { z } from "zod";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const OVERVIEW_RANGES = ["24h", "7d", "30d"] as const;
export type OverviewRange = (typeof OVERVIEW_RANGES)[number];

export const rangeSchema = z.enum(OVERVIEW_RANGES).default("7d");

/** How long a range is, and how long each step of its trends. A range is a whole number of steps. */
const LENGTHS: Record<OverviewRange, { length: number; step: number }> = {
  "24h": { length: DAY, step: 2 * HOUR },
  "7d": { length: 7 * DAY, step: DAY },
  "30d": { length: 30 * DAY, step: 2 * DAY },
};

export interface Windows {
  /** Where the range before begins. */
  before: Date;
  /** Where the range begins. It ends now. */
  from: Date;
  stepMs: number;
  steps: number;
}

/** The range that ends now, and the equally long one before it. */
export function windowsOf(range: OverviewRange, now: Date): Windows {
  const { length, step } = LENGTHS[range];
  const at = now.getTime();
  return {
    before: new Date(at - 2 * length),
    from: new Date(at - length),
    stepMs: step,
    steps: length / step,
  };
}
