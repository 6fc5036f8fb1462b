import type { Flight } from "./flights";

const WINDOW = 20;

export function isLate({ delayMinutes }: { delayMinutes: number[] }): boolean[] {
  return delayMinutes.map((minutes) => minutes >= 15);
}

/** Mean delay of the origin's last twenty departures; null until there have been twenty. */
export function recentDelay({ flights }: { flights: Flight[] }): (number | null)[] {
  const lastByOrigin = new Map<string, number[]>();
  return flights.map(({ origin, delayMinutes }) => {
    const last = lastByOrigin.get(origin) ?? [];
    lastByOrigin.set(origin, [...last, delayMinutes].slice(-WINDOW));
    return last.length < WINDOW ? null : last.reduce((sum, minutes) => sum + minutes, 0) / WINDOW;
  });
}

/** How much worse than its origin's recent departures a flight was. */
export function delayAgainstRecent({
  delayMinutes,
  recentDelay,
}: {
  delayMinutes: number[];
  recentDelay: (number | null)[];
}): (number | null)[] {
  return delayMinutes.map((minutes, row) => {
    const recent = recentDelay[row] ?? null;
    return recent === null ? null : minutes - recent;
  });
}

export function delayPerHundredMiles({
  delayMinutes,
  distanceMiles,
}: {
  delayMinutes: number[];
  distanceMiles: number[];
}): number[] {
  return delayMinutes.map((minutes, row) => (100 * minutes) / (distanceMiles[row] ?? Number.NaN));
}
