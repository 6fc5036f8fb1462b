import { describe, expect, it } from "vitest";
import { sparkPath } from "./spark-path";

const BOX = { width: 96, height: 20 };

describe("sparkPath", () => {
  it("spans the box from the least to the greatest value and ends before its edge", () => {
    const drawn = sparkPath([0, 10, 5], null, BOX);
    expect(drawn?.line).toBe("M1.0 17.5h0L46.0 2.5L91.0 10.0");
    expect(drawn?.end).toEqual({ x: 91, y: 10 });
  });

  it("breaks the line where a value is missing", () => {
    expect(sparkPath([0, null, 10], null, BOX)?.line).toBe("M1.0 17.5h0M91.0 2.5h0");
    expect(sparkPath([0, 10, null], null, BOX)?.end.x).toBe(46);
  });

  it("takes the band into its scale", () => {
    expect(sparkPath([5, 5], { low: 0, high: 10 }, BOX)).toMatchObject({
      band: { y: 2.5, height: 15 },
      end: { y: 10 },
    });
  });

  it("draws what never changes in the middle, one value at the end, and nothing of nothing", () => {
    expect(sparkPath([7, 7], null, BOX)?.end.y).toBe(10);
    expect(sparkPath([7], null, BOX)?.end.x).toBe(91);
    expect(sparkPath([], null, BOX)).toBeNull();
    expect(sparkPath([null], null, BOX)).toBeNull();
  });
});
