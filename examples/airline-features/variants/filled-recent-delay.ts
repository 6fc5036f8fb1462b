import type { Flight } from "../nodes/flights";

const WINDOW = 20;

/** Mean delay of the origin's last twenty departures; what is not known yet counts as on time. */
export function recentDelay({ flights }: { flights: Flight[] }): number[] {
  const lastByOrigin = new Map<string, number[]>();
  return flights.map(({ origin, delayMinutes }) => {
    const last = lastByOrigin.get(origin) ?? [];
    lastByOrigin.set(origin, [...last, delayMinutes].slice(-WINDOW));
    return last.reduce((sum, minutes) => sum + minutes, 0) / WINDOW;
  });
}
