const UNITS = [
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
] as const;

/** A length of time in its largest unit: 45 s, 12 min, 3 h, 9 d. */
export function duration(seconds: number): string {
  const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? ["s", 1];
  return `${Math.floor(seconds / size)} ${unit}`;
}

/** How long ago an instant was. */
export function age(instant: string | Date, now = new Date()): string {
  return `${duration(Math.max(0, (now.getTime() - new Date(instant).getTime()) / 1000))} ago`;
}

const SIZES = ["kB", "MB", "GB", "TB"] as const;

/** A number of bytes with three digits that count: 512 B, 1.5 kB, 23 MB. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes;
  let unit = -1;
  do {
    value /= 1000;
    unit++;
  } while (value >= 1000 && unit < SIZES.length - 1);
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${SIZES[unit]}`;
}

/** "1 run", "2 runs", "2 batches". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
