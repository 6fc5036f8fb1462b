import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeWords, laneMark } from "./lane-marks";
import { largestStep } from "./largest-step";
import { levelTops } from "./level-tops";
import { differenceWords, figureOf, seriesOf, seriesWords } from "./series";
import { isNewRevision, slotsOf } from "./slots";
import { historyRun } from "./testing/history-run";
import { valuePair } from "./then-now";
import { heightOf, usualBand, valueScale } from "./value-scale";

describe("largestStep", () => {
  test("compares the medians of neighbouring revisions, and finds the largest distance", () => {
    const runs = [
      ...[40, 41, 42].map((mean) => historyRun(mean, "a")),
      ...[43, 43].map((mean) => historyRun(mean, "b")),
      ...[34, 30, 38].map((mean) => historyRun(mean, "c")),
    ];
    expect(largestStep(runs, "mean")).toEqual({
      before: { from: 3, to: 4, median: 43, values: 2 },
      after: { from: 5, to: 7, median: 34, values: 3 },
    });
  });

  test("stretches without a value are passed over, and one outlier in a stretch moves nothing", () => {
    const runs = [
      historyRun(1, "a"),
      historyRun(null, "b"),
      ...[2, 2, 900].map((mean) => historyRun(mean, "c")),
    ];
    expect(largestStep(runs, "mean")).toMatchObject({
      before: { median: 1 },
      after: { from: 2, median: 2, values: 3 },
    });
  });

  test("nothing changed, or nothing moved: there is none", () => {
    expect(largestStep([], "mean")).toBeNull();
    expect(largestStep([historyRun(1), historyRun(9)], "mean")).toBeNull();
    expect(largestStep([historyRun(1, "a"), historyRun(1, "b")], "mean")).toBeNull();
  });
});

describe("slotsOf", () => {
  const lengths = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 60 });

  test("every run has one place, in order, and no place spans two revisions", () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 20 }), (revisions, most) => {
        const runs = revisions.map((revision, index) => historyRun(index, revision));
        const slots = slotsOf(runs, "mean", most);
        expect(slots.flatMap((slot) => slot.runs)).toEqual(runs);
        expect(slots.every((slot) => new Set(slot.runs.map(({ revision }) => revision)).size === 1)).toBe(
          true,
        );
        expect(slots.every((slot) => runs[slot.first] === slot.runs[0])).toBe(true);
      }),
    );
  });

  test("several runs in a place: median and both ends", () => {
    const runs = [1, 5, 3].map((mean) => historyRun(mean));
    expect(slotsOf(runs, "mean", 1)).toMatchObject([{ value: 3, low: 1, high: 5 }]);
    expect(slotsOf([historyRun(null)], "mean")).toMatchObject([{ value: null, low: null }]);
  });

  test("where the revision changes", () => {
    const slots = slotsOf([historyRun(1, "a"), historyRun(2, "a"), historyRun(3, "b")], "mean");
    expect(slots.map((_, index) => isNewRevision(slots, index))).toEqual([false, false, true]);
  });
});

describe("valueScale", () => {
  const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 });

  test("holds all values, with few round ticks inside", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const scale = valueScale(values);
        expect(
          values.every((value) => heightOf(value, scale) >= -1e-9 && heightOf(value, scale) <= 1 + 1e-9),
        ).toBe(true);
        expect(scale.ticks.length).toBeLessThanOrEqual(12);
        expect(scale.ticks.every((tick) => tick >= scale.low - 1e-6 && tick <= scale.high + 1e-6)).toBe(true);
      }),
    );
  });

  test("round steps, not below zero by itself, and no axis without values", () => {
    expect(valueScale([33, 44.5]).ticks).toEqual([34, 36, 38, 40, 42, 44]);
    expect(valueScale([0.01, 10]).low).toBe(0);
    expect(valueScale([]).ticks).toEqual([]);
  });

  test("the usual range needs five values", () => {
    expect(usualBand([1, 2, 3, 4])).toBeNull();
    expect(usualBand([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({ low: 1, high: 9 });
  });
});

test("the words of two levels do not lie on each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 186 }), fc.integer({ min: 40, max: 186 }), (before, after) => {
      for (const band of [null, { top: 40, bottom: 186 }]) {
        const [one, other] = levelTops([before, after], band, 226);
        expect(Math.abs(one - other)).toBeGreaterThanOrEqual(30);
        expect(Math.min(one, other)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

describe("series", () => {
  test("only what has a value, first those that are asked for most", () => {
    expect(seriesOf([historyRun(3)])).toEqual({
      first: ["mean", "missing", "zeros", "rows", "duration"],
      rest: ["distinct"],
    });
    expect(seriesOf([historyRun(null)])).toEqual({ first: [], rest: [] });
  });

  test("how long a failed node took is not how long it takes", () => {
    expect(figureOf(historyRun(1), "duration")).toBe(20);
    expect(figureOf(historyRun(null), "duration")).toBeNull();
  });

  test.each([
    [41.73, 34.13, "mean", "−18.2 %"],
    [-10, -5, "mean", "+50.0 %"],
    [0, 4, "mean", "+4"],
    [0.179, 0, "missing", "−17.9 pt"],
    [100, 250, "duration", "+150.0 %"],
  ] as const)("from %d to %d in %s is %s", (before, after, series, words) => {
    expect(differenceWords(before, after, series)).toBe(words);
  });

  test("each in its own unit", () => {
    expect(seriesWords(0.179, "missing")).toBe("17.9 %");
    expect(seriesWords(2500, "duration")).toBe("2.5 s");
    expect(seriesWords(12345, "rows")).toBe("12,345");
  });
});

describe("lanes", () => {
  const elsewhere = historyRun(1, "a", { code: { version: true, own: false, upstream: false } });
  const slot = (run: typeof elsewhere) =>
    slotsOf([run], "mean")[0] ?? { runs: [], first: 0, value: null, low: null, high: null };

  test("a change of code elsewhere is a dot, one that the node is computed from a glyph", () => {
    expect(laneMark("upstream", slot(elsewhere))?.look).toBe("dot");
    const upstream = historyRun(1, "a", { code: { version: true, own: false, upstream: true } });
    expect(laneMark("upstream", slot(upstream))?.look).toBe("glyph");
    expect(laneMark("own", slot(upstream))).toBeNull();
    const own = historyRun(1, "a", { code: { version: true, own: true, upstream: false } });
    expect([laneMark("own", slot(own))?.look, laneMark("upstream", slot(own))]).toEqual(["glyph", null]);
  });

  test("what could not be compared is not called the same", () => {
    const unknown = historyRun(1, "a", { code: { version: true, own: null, upstream: null } });
    expect(laneMark("upstream", slot(unknown))?.words).toContain("could not be compared");
  });

  test("other changes in words, none for a first run", () => {
    const marks = { code: false, input: true, config: null, environment: true };
    expect(changeWords(historyRun(1, "a", { marks }))).toEqual([
      "packages or the runtime changed",
      "the run's input changed",
    ]);
    expect(changeWords(historyRun(1, "a", { marks: null, code: null }))).toEqual([]);
  });
});

test("the value of now stands against the last good one before it", () => {
  const runs = [historyRun(1), historyRun(2), historyRun(3, "r", { status: "failed" }), historyRun(null)];
  expect(valuePair(runs, null)).toEqual({ now: 2, before: 1 });
  expect(valuePair(runs, runs[0] ?? null)).toEqual({ now: 0, before: null });
  expect(valuePair(runs, runs[3] ?? null)).toBeNull();
  expect(valuePair([], null)).toBeNull();
});
