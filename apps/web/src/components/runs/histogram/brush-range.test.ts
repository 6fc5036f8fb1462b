import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countIn, moveHandle, rangeOf, stretchBetween, stretchOf } from "./brush-range";

const HOUR = 3_600_000;
const at = (hour: number) => new Date(Date.parse("2026-11-23T00:00:00Z") + hour * HOUR).toISOString();
const shape = {
  widthMs: HOUR,
  buckets: Array.from({ length: 10 }, (_, hour) => ({ start: at(hour), counts: { succeeded: hour } })),
};

describe("stretchOf and rangeOf", () => {
  it("are each other's inverse for whole buckets", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (a, b) => {
        const stretch = { first: Math.min(a, b), end: Math.max(a, b) + 1 };
        expect(stretchOf(rangeOf(stretch, shape), shape)).toEqual(stretch);
      }),
    );
  });

  it("is open at the edges, so that new runs belong to it", () => {
    expect(rangeOf({ first: 0, end: 10 }, shape)).toEqual({ from: null, to: null });
    expect(rangeOf({ first: 8, end: 10 }, shape)).toEqual({ from: at(8), to: null });
  });

  it("keeps parts of buckets, and what lies outside at the edge", () => {
    expect(stretchOf({ from: at(2.5), to: at(4.25) }, shape)).toEqual({ first: 2.5, end: 4.25 });
    expect(stretchOf({ from: at(-5), to: at(99) }, shape)).toEqual({ first: 0, end: 10 });
    expect(stretchOf({ from: at(50), to: null }, { widthMs: HOUR, buckets: [] })).toEqual({
      first: 0,
      end: 0,
    });
  });
});

describe("stretchBetween", () => {
  it("takes the buckets under both ends, in either direction", () => {
    expect(stretchBetween(0.31, 0.58, 10)).toEqual({ first: 3, end: 6 });
    expect(stretchBetween(0.58, 0.31, 10)).toEqual({ first: 3, end: 6 });
    expect(stretchBetween(0.31, 0.31, 10)).toEqual({ first: 3, end: 4 });
    expect(stretchBetween(-1, 2, 10)).toEqual({ first: 0, end: 10 });
  });
});

describe("moveHandle", () => {
  it("moves to the next edge of a bucket and never over the other handle", () => {
    const stretch = { first: 2.5, end: 4 };
    expect(moveHandle(stretch, "first", 1, 10).first).toBe(3);
    expect(moveHandle(stretch, "first", -1, 10).first).toBe(2);
    expect(moveHandle(stretch, "first", 9, 10).first).toBe(3);
    expect(moveHandle(stretch, "end", -9, 10).end).toBe(3);
    expect(moveHandle(stretch, "end", 99, 10).end).toBe(10);
  });
});

describe("countIn", () => {
  it("adds up what the stretch touches", () => {
    expect(countIn({ first: 1, end: 3 }, shape.buckets)).toBe(3);
    expect(countIn({ first: 1.5, end: 2.5 }, shape.buckets)).toBe(3);
  });
});
