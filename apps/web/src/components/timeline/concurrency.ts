import type { Span } from "@heddle/core/graph/critical-path";

export interface Concurrency {
  most: number;
  /** Over the time in which anything worked. */
  mean: number;
  /** Time in which at least one node worked, in milliseconds. */
  busy: number;
  /** How many worked in each of equally long parts of the run. */
  parts: number[];
}

/** How many nodes worked at once, over the run. */
export function concurrency(spans: Iterable<Span>, start: number, end: number, parts: number): Concurrency {
  const changes: [number, number][] = [];
  for (const span of spans) changes.push([span.start, 1], [span.end, -1]);
  changes.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let [at, working, most, busy, work] = [start, 0, 0, 0, 0];
  const filled = new Float64Array(parts);
  const size = (end - start) / parts;
  for (const [time, change] of changes) {
    if (working > 0) {
      busy += time - at;
      work += (time - at) * working;
      fill(filled, (at - start) / size, (time - start) / size, working);
    }
    working += change;
    most = Math.max(most, working);
    at = time;
  }
  return { most, busy, mean: busy > 0 ? work / busy : 0, parts: Array.from(filled) };
}

/** Adds `value` to each part, by the share of it that lies between two positions. */
function fill(parts: Float64Array, from: number, to: number, value: number): void {
  for (let i = Math.max(0, Math.floor(from)); i < Math.min(parts.length, to); i++) {
    const share = Math.min(i + 1, to) - Math.max(i, from);
    parts[i] = (parts[i] ?? 0) + value * Math.max(0, share);
  }
}
