const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const STEPS = [
  ...[5, 10, 15, 30].map((minutes) => minutes * 60_000),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 28, 91, 182, 365].map((days) => days * DAY),
];
const MOST = 8;

/** Milliseconds between a zone's clock and UTC at a moment. */
function zoneOffset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
  return local - Math.floor(at / 60_000) * 60_000;
}

interface Tick {
  at: number;
  label: string;
}

/** Round times of the zone between two moments: hours within two days, else days with their date. */
export function ticksBetween(from: number, to: number, zone: string): Tick[] {
  const step = STEPS.find((each) => (to - from) / each <= MOST) ?? 365 * DAY;
  const offset = zoneOffset(from, zone);
  const label = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    ...(step < DAY
      ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }
      : step < 7 * DAY
        ? { weekday: "short", day: "numeric" }
        : { day: "numeric", month: "short" }),
  });
  const ticks: Tick[] = [];
  const first = Math.ceil((from + offset) / step) * step - offset;
  for (let at = first; at < to; at += step) ticks.push({ at, label: label.format(at) });
  return ticks;
}
