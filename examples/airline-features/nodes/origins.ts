import type { Flight } from "./flights";

export interface OriginSummary {
  origin: string;
  flights: number;
  meanDelay: number;
  lateShare: number;
}

/** One row for each airport of departure, the busiest first. */
export function originSummary({
  flights,
  isLate,
}: {
  flights: Flight[];
  isLate: boolean[];
}): OriginSummary[] {
  const totals = new Map<string, { flights: number; delay: number; late: number }>();
  for (const [row, { origin, delayMinutes }] of flights.entries()) {
    const total = totals.get(origin) ?? { flights: 0, delay: 0, late: 0 };
    total.flights += 1;
    total.delay += delayMinutes;
    total.late += isLate[row] ? 1 : 0;
    totals.set(origin, total);
  }
  return [...totals]
    .map(([origin, { flights: count, delay, late }]) => ({
      origin,
      flights: count,
      meanDelay: delay / count,
      lateShare: late / count,
    }))
    .sort((a, b) => b.flights - a.flights);
}

/** Share of all departures that the flight's origin has. */
export function originTraffic({
  flights,
  originSummary,
}: {
  flights: Flight[];
  originSummary: OriginSummary[];
}): number[] {
  const countByOrigin = new Map(originSummary.map((row) => [row.origin, row.flights]));
  return flights.map(({ origin }) => (countByOrigin.get(origin) ?? 0) / flights.length);
}
