const DAY_MS = 86_400_000;

/** How far the clocks of the zone are ahead of UTC at a moment. */
function offsetAt(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(ms);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - Math.floor(ms / 1000) * 1000;
}

/** When a day such as `2026-11-23` begins in the zone, `later` days on; null when it is no day. */
export function dayStart(day: string, zone: string, later = 0): string | null {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(day)
    ? Date.parse(`${day}T00:00:00Z`) + later * DAY_MS
    : Number.NaN;
  if (Number.isNaN(midnight)) return null;
  const guess = midnight - offsetAt(midnight, zone);
  // The clocks may change between the two.
  return new Date(midnight - offsetAt(guess, zone)).toISOString();
}
