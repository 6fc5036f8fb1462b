const DELAYS_MS = [500, 1000, 2000, 4000, 8000];
/** A child that lived this long counts as healthy: its earlier deaths are forgotten. */
const HEALTHY_MS = 60_000;

export type RestartDecision = { restart: true; delayMs: number; deaths: number } | { restart: false };

/** What to do about a child that died: start it again after a while, or give up. */
export function decideRestart(deaths: number, livedMs: number): RestartDecision {
  const recent = livedMs >= HEALTHY_MS ? 0 : deaths;
  const delayMs = DELAYS_MS[recent];
  return delayMs === undefined ? { restart: false } : { restart: true, delayMs, deaths: recent + 1 };
}
