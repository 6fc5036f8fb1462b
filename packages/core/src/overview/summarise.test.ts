import { describe, expect, it } from "vitest";
import { windowsOf } from "./range";
import { pointsBetween, successShare } from "./success";
import { summarise, weightedMedian } from "./summarise";
import type { Tally } from "./tallies";

const NOW = new Date("2026-11-23T12:00:00Z");
const WINDOWS = windowsOf("24h", NOW);

function tally(given: Partial<Tally>): Tally {
  const none = { runs: 0, succeeded: 0, failed: 0, lost: 0, medianMs: null };
  return { pipelineId: "p", now: null, step: null, ...none, ...given };
}

describe("windowsOf", () => {
  it("ends now and has an equal one before it", () => {
    expect(WINDOWS).toEqual({
      before: new Date("2026-11-21T12:00:00Z"),
      from: new Date("2026-11-22T12:00:00Z"),
      stepMs: 7_200_000,
      steps: 12,
    });
    expect([windowsOf("7d", NOW).steps, windowsOf("30d", NOW).steps]).toEqual([7, 15]);
  });
});

describe("success", () => {
  it("leaves out what says nothing either way", () => {
    expect(successShare({ succeeded: 25, failed: 4, lost: 1 })).toBeCloseTo(0.8333);
    expect(successShare({ succeeded: 0, failed: 0, lost: 0 })).toBeNull();
  });

  it("differs in points", () => {
    expect(pointsBetween(0.833, 1)).toBeCloseTo(-16.7);
    expect(pointsBetween(null, 1)).toBeNull();
    expect(pointsBetween(1, null)).toBeNull();
  });
});

describe("weightedMedian", () => {
  it("is the value in the middle of the weight", () => {
    expect(weightedMedian([])).toBeNull();
    expect(
      weightedMedian([
        { value: 9, weight: 1 },
        { value: 1, weight: 5 },
        { value: 5, weight: 3 },
      ]),
    ).toBe(1);
  });
});

describe("summarise", () => {
  it("adds up the range, and puts it against the one before", () => {
    const figures = summarise(
      [
        tally({ now: 1, runs: 12, succeeded: 9, failed: 1, medianMs: 130 }),
        tally({ now: 0, runs: 10, succeeded: 10, medianMs: 100 }),
        tally({ pipelineId: "q", now: 1, runs: 4, succeeded: 4, medianMs: 900 }),
        tally({ pipelineId: "q", now: 0, runs: 10, succeeded: 10, medianMs: 100 }),
        tally({ step: 12, runs: 2, succeeded: 1, failed: 1, medianMs: 110 }),
        tally({ step: 23, runs: 10, succeeded: 8, medianMs: 150 }),
        tally({ step: 11, runs: 10, succeeded: 10, medianMs: 100 }),
      ],
      WINDOWS,
    );
    expect(figures).toMatchObject({ runs: 16, lost: 0, success: 13 / 14, successBefore: 1 });
    expect(figures.duration).toBeCloseTo(0.3);
    expect(figures.steps).toHaveLength(12);
    expect(figures.steps[0]).toMatchObject({ from: "2026-11-22T12:00:00.000Z", runs: 2, failed: 1 });
    expect(figures.steps[0]?.duration).toBeCloseTo(0.1);
    expect(figures.steps[11]?.duration).toBeCloseTo(0.5);
    expect(figures.steps[5]).toMatchObject({ runs: 0, duration: null });
  });

  it("compares no durations without five good runs on both sides", () => {
    const now = tally({ now: 1, runs: 9, succeeded: 9, medianMs: 130 });
    expect(summarise([now], WINDOWS).duration).toBeNull();
    expect(summarise([now, tally({ now: 0, succeeded: 4, medianMs: 100 })], WINDOWS).duration).toBeNull();
  });
});
