const STEPS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000,
  600_000, 900_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000, 21_600_000, 43_200_000, 86_400_000,
];
const DAY = 86_400_000;

export interface Tick {
  /** Milliseconds after the start. */
  at: number;
  label: string;
}

const two = (value: number) => String(value).padStart(2, "0");

/** `0.25 s` below a second's step, `1:30` and `1:05:00` above. */
function tickLabel(milliseconds: number, step: number): string {
  if (step < 10) return `${milliseconds} ms`;
  if (step < 1000) return `${(milliseconds / 1000).toFixed(step < 100 ? 2 : 1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Round moments along an axis of `length` milliseconds that begins at `from`, at most `most` of them. */
export function ticks(length: number, most: number, from = 0): Tick[] {
  const step = STEPS.find((candidate) => length / candidate <= most) ?? Math.ceil(length / most / DAY) * DAY;
  const first = Math.ceil(from / step);
  const count = Math.floor((from + length) / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const at = (first + i) * step;
    return { at, label: tickLabel(at, step) };
  });
}
