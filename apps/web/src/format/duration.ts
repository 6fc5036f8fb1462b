const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (value: number) => String(value).padStart(2, "0");

/** `7 ms`, `0.4 s`, `41.8 s`, `3 m 38 s`, `1 h 52 m`, `3 d 04 h`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1) return milliseconds > 0 ? "< 1 ms" : "0 ms";
  if (milliseconds < 99.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} m ${two(seconds % MINUTE)} s`;
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < DAY / MINUTE) return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} m`;
  const hours = Math.round(seconds / HOUR);
  return `${Math.floor(hours / 24)} d ${two(hours % 24)} h`;
}

/** A running time as it ticks: whole seconds below a minute, so that digits do not flicker. */
export function formatElapsed(milliseconds: number): string {
  return milliseconds < 59_500
    ? `${Math.max(0, Math.floor(milliseconds / 1000))} s`
    : formatDuration(milliseconds);
}
