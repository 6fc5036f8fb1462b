import { describe, expect, test } from "vitest";
import { type FiguresRow, figuresOf, storedQuantile } from "./figures";

const ROW: FiguresRow = {
  ...{ count: 10, missing: 2, distinct: 5, mean: 3, std: 1, min: 1, max: 5, zeros: 2, rows: null },
  ...{ p: [0.05, 0.5, 0.95], quantiles: [1.1, 3, 4.9] },
};

describe("figuresOf", () => {
  test("shares are of what they are a part of", () => {
    expect(figuresOf(ROW)).toMatchObject({
      missing: 0.2,
      zeros: 0.25,
      rows: 10,
      distinct: 5,
      p50: 3,
      p25: null,
    });
  });

  test("a column without a value has no shares, text no zeros", () => {
    expect(figuresOf({ ...ROW, count: 0, missing: 0 })).toMatchObject({ missing: null, zeros: null });
    expect(figuresOf({ ...ROW, missing: 10 })).toMatchObject({ missing: 1, zeros: null });
    expect(figuresOf({ ...ROW, zeros: null })).toMatchObject({ zeros: null });
  });

  test("rows of the whole value, where only some were looked at", () => {
    expect(figuresOf({ ...ROW, rows: 1e6 }).rows).toBe(1e6);
  });
});

test("a quantile is the stored one or none, and of equal values it is their value", () => {
  expect(storedQuantile(ROW, 0.95)).toBe(4.9);
  expect(storedQuantile(ROW, 0.9)).toBeNull();
  expect(storedQuantile({ ...ROW, p: null, quantiles: null }, 0.5)).toBeNull();
  expect(storedQuantile({ ...ROW, min: 7, max: 7, p: [0.5], quantiles: [7] }, 0.95)).toBe(7);
});
