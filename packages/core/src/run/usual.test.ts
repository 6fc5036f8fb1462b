import fc from "fast-check";
import { expect, test } from "vitest";
import { usualOf } from "./usual";

test("is unknown below five runs", () => {
  expect(usualOf([1, 2, 3, 4])).toBeNull();
});

test("gives the 10th, 50th and 90th percentile by linear interpolation", () => {
  // numpy.percentile([10, 20, 30, 40, 50], [10, 50, 90]) gives 14, 30, 46.
  expect(usualOf([50, 10, 40, 20, 30])).toEqual({ p10: 14, p50: 30, p90: 46 });
});

test("lies in order between the shortest and the longest, whatever the order of the runs", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1e9), { minLength: 5, maxLength: 50 }), (durations) => {
      const usual = usualOf(durations);
      expect(usual).toEqual(usualOf([...durations].reverse()));
      const { p10, p50, p90 } = usual ?? { p10: NaN, p50: NaN, p90: NaN };
      expect(Math.min(...durations) <= p10 && p10 <= p50 && p50 <= p90 && p90 <= Math.max(...durations)).toBe(
        true,
      );
    }),
  );
});
