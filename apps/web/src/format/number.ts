const MINUS = "\u2212";
const LARGE_STEPS = [
  { from: 999_950_000, unit: 1e9, letter: "G" },
  { from: 999_950, unit: 1e6, letter: "M" },
  { from: 10_000, unit: 1e3, letter: "k" },
];

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Hyphens of negative numbers become real minus signs. */
function withMinus(text: string): string {
  return text.replace("-", MINUS);
}

/** `1,041` */
export function formatCount(value: number): string {
  return withMinus(whole.format(value));
}

/** `200 k`, `1.2 M`: only where room is short; below 10,000 it is the count itself. */
export function formatCompact(value: number): string {
  const step = LARGE_STEPS.find(({ from }) => Math.abs(value) >= from);
  if (!step) return formatCount(value);
  const scaled = value / step.unit;
  return `${withMinus(Math.abs(scaled) < 10 ? oneDecimal.format(scaled) : whole.format(scaled))} ${step.letter}`;
}

/** `0.041` as `4.1 %`. A share that is not zero never shows as zero, and one below 1 never as all. */
export function formatPercent(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.05) return "< 0.1 %";
  if (percent < 100 && percent >= 99.95) return "> 99.9 %";
  return `${withMinus(oneDecimal.format(percent))} %`;
}

/** A measured value with four significant digits: `83.42`, `4,180`, `0.00123`, `1.23e+9`. */
export function formatStatistic(value: number): string {
  if (!Number.isFinite(value)) return withMinus(String(value)).replace("Infinity", "∞");
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return formatCount(value);
  const size = Math.abs(value);
  if (size >= 1e9 || size < 1e-4) return withMinus(value.toExponential(2));
  if (size >= 1000) return formatCount(value);
  return withMinus(String(Number(value.toPrecision(4))));
}

/** `3.2 MB`, in powers of 1,000. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const scaled = bytes / 1000 ** power;
  return `${power === 0 ? whole.format(scaled) : oneDecimal.format(scaled)} ${units[power]}`;
}
