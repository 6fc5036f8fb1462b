import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HyperLogLog, STANDARD_ERROR } from "./hyperloglog";
import { EXACT_DISTINCT, ValueCounter } from "./value-counter";

describe("HyperLogLog", () => {
  it.each([1, 10, 1000, 4096, 10_000, 100_000, 300_000])(
    "estimates %i within four standard errors",
    (size) => {
      const sketch = new HyperLogLog();
      for (let index = 0; index < size; index++) sketch.add(`value ${index}`);
      for (let index = 0; index < size; index += 3) sketch.add(`value ${index}`);
      expect(Math.abs(sketch.estimate() - size)).toBeLessThanOrEqual(Math.ceil(4 * STANDARD_ERROR * size));
    },
  );

  it("is zero when nothing was added", () => {
    expect(new HyperLogLog().estimate()).toBe(0);
  });
});

describe("ValueCounter", () => {
  it("counts as a naive count does while there are few values", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 })), (texts) => {
        const counter = new ValueCounter();
        const counts = new Map<string, number>();
        for (const text of texts) {
          counter.add(text);
          counts.set(text, (counts.get(text) ?? 0) + 1);
        }
        const expected = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
        expect(counter.distinct).toEqual({ count: counts.size, exact: true });
        expect(counter.top(5)).toEqual(expected.slice(0, 5));
      }),
    );
  });

  it("estimates above the bound, and says so", () => {
    const counter = new ValueCounter();
    const size = EXACT_DISTINCT * 4;
    for (let index = 0; index < size; index++) counter.add(`value ${index}`);
    expect(counter.distinct.exact).toBe(false);
    expect(Math.abs(counter.distinct.count - size) / size).toBeLessThan(4 * STANDARD_ERROR);
  });

  it("tells long texts apart without hashing all of them", () => {
    const counter = new ValueCounter();
    const long = "x".repeat(100_000);
    for (const text of [long, long, `${long}y`, `y${long}`]) counter.add(text);
    expect(counter.distinct).toEqual({ count: 3, exact: false });
  });
});
