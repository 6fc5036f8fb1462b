import type { RunHistogram } from "@heddle/core";

/** A stretch of the histogram: the index of its first bucket, and that of the first one after it. */
export interface Stretch {
  first: number;
  end: number;
}

interface Range {
  from: string | null;
  to: string | null;
}

type Shape = Pick<RunHistogram, "widthMs"> & { buckets: { start: string }[] };

/** Where a range of times lies, in buckets and parts of them, from 0 to the number of buckets. */
export function stretchOf({ from, to }: Range, { buckets, widthMs }: Shape): Stretch {
  const origin = Date.parse(buckets[0]?.start ?? "");
  const place = (at: string | null, open: number) => {
    const index = at === null ? open : (Date.parse(at) - origin) / widthMs;
    return Number.isFinite(index) ? Math.min(buckets.length, Math.max(0, index)) : open;
  };
  const first = place(from, 0);
  return { first, end: Math.max(first, place(to, buckets.length)) };
}

/** The times of a stretch; open where it reaches the edge of the histogram. */
export function rangeOf({ first, end }: Stretch, { buckets }: Shape): Range {
  return {
    from: first <= 0 ? null : (buckets[first]?.start ?? null),
    to: end >= buckets.length ? null : (buckets[end]?.start ?? null),
  };
}

/** The stretch between two places, from 0 to 1, in whole buckets: at least the one under the pointer. */
export function stretchBetween(a: number, b: number, count: number): Stretch {
  const last = Math.max(0, count - 1);
  const index = (place: number) => Math.min(last, Math.max(0, Math.floor(place * count)));
  return { first: index(Math.min(a, b)), end: index(Math.max(a, b)) + 1 };
}

/** A handle moved by so many buckets; the two handles never meet. */
export function moveHandle(stretch: Stretch, handle: keyof Stretch, by: number, count: number): Stretch {
  if (handle === "first") {
    const first = (by < 0 ? Math.ceil(stretch.first) : Math.floor(stretch.first)) + by;
    return { ...stretch, first: Math.max(0, Math.min(Math.ceil(stretch.end) - 1, first)) };
  }
  const end = (by < 0 ? Math.ceil(stretch.end) : Math.floor(stretch.end)) + by;
  return { ...stretch, end: Math.min(count, Math.max(Math.floor(stretch.first) + 1, end)) };
}

/** Runs in a stretch. Buckets that are partly within count whole, as nothing finer is known. */
export function countIn({ first, end }: Stretch, buckets: RunHistogram["buckets"]): number {
  return buckets
    .slice(Math.floor(first), Math.ceil(end))
    .reduce((sum, { counts }) => sum + Object.values(counts).reduce((all, n) => all + n, 0), 0);
}
