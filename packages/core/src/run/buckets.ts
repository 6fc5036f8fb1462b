const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const WIDTHS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 8, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 28, 56, 112, 224, 448].map((days) => days * DAY),
];
const MOST = 96;

interface Buckets {
  widthMs: number;
  /** Beginnings, in milliseconds since 1970; each ends where the next one begins. */
  starts: number[];
}

/** At most 97 spans of one even width, a multiple of which each begins at, that hold both times. */
export function bucketsBetween(fromMs: number, toMs: number): Buckets {
  const range = Math.max(0, toMs - fromMs);
  const widest = WIDTHS.at(-1) ?? DAY;
  const widthMs = WIDTHS.find((width) => range / width <= MOST) ?? Math.ceil(range / MOST / widest) * widest;
  const first = Math.floor(fromMs / widthMs);
  const last = Math.max(first, Math.floor(toMs / widthMs));
  return { widthMs, starts: Array.from({ length: last - first + 1 }, (_, i) => (first + i) * widthMs) };
}
