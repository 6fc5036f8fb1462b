import { describe, expect, it } from "vitest";
import { isLate, rhythmOf } from "./rhythm";

const HOUR = 3_600_000;
const every = (gap: number, runs: number) => Array.from({ length: runs }, (_, index) => 1e12 + index * gap);

describe("rhythmOf", () => {
  it("is told from the fifth run on, in whatever order the starts come", () => {
    expect(rhythmOf(every(HOUR, 4))).toBeNull();
    const hourly = { everyMs: HOUR, regular: true, lateAfterMs: 1.5 * HOUR };
    expect(rhythmOf(every(HOUR, 5))).toEqual(hourly);
    expect(rhythmOf(every(HOUR, 5).reverse())).toEqual(hourly);
  });

  it("waits as long as the longest gap seen", () => {
    const starts = [...every(HOUR, 28), 1e12 + 30 * HOUR];
    expect(rhythmOf(starts)).toEqual({ everyMs: HOUR, regular: true, lateAfterMs: 3 * HOUR });
  });

  it("is not regular when the gaps differ much, as those of runs by hand or on weekdays", () => {
    const weekdays = Array.from(
      { length: 30 },
      (_, run) => (Math.floor(run / 5) * 7 + (run % 5)) * 24 * HOUR,
    );
    expect(rhythmOf(weekdays)).toMatchObject({ everyMs: 24 * HOUR, regular: false });
    expect(rhythmOf([0, 1, 2, 50, 51, 52, 400].map((hour) => hour * HOUR))?.regular).toBe(false);
  });

  it("takes runs in quick succession for no schedule", () => {
    expect(rhythmOf(every(1000, 10))?.regular).toBe(false);
    expect(rhythmOf(every(0, 10))?.regular).toBe(false);
  });
});

describe("isLate", () => {
  it("says so only of a regular one, after it should have come", () => {
    const hourly = rhythmOf(every(HOUR, 30));
    expect(isLate(hourly, 1.5 * HOUR)).toBe(false);
    expect(isLate(hourly, 1.5 * HOUR + 1)).toBe(true);
    expect(isLate(rhythmOf(every(1000, 10)), 9e12)).toBe(false);
    expect(isLate(null, 9e12)).toBe(false);
  });
});
