import { describe, expect, it } from "vitest";
import { barHeights, type StripRun, stripWords } from "./strip-bars";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const run = (status: StripRun["status"], durationMs: number | null): StripRun => ({
  id: `${status}${durationMs}`,
  status,
  durationMs,
  number: 1,
  startedAt: "2026-11-23T11:59:00Z",
});

describe("barHeights", () => {
  it("puts the usual at two thirds, and stops at the top", () => {
    const usual = { p10: 80, p50: 90, p90: 100 };
    const heights = barHeights([run("succeeded", 100), run("succeeded", 15), run("failed", 1e9)], usual, NOW);
    expect(heights).toEqual([100 / 150, 0.1, 1]);
  });

  it("measures by the longest without a usual, and a running one by the clock", () => {
    expect(barHeights([run("succeeded", 30_000), run("running", null)], null, NOW)).toEqual([1 / 3, 2 / 3]);
  });

  it("draws nothing of what took no time or has no known end", () => {
    expect(barHeights([run("succeeded", 0), run("lost", null)], null, NOW)).toEqual([0, 0]);
    expect(barHeights([], null, NOW)).toEqual([]);
  });
});

describe("stripWords", () => {
  it("counts what there is", () => {
    expect(stripWords([])).toBe("No runs");
    expect(stripWords([run("lost", null), run("silent", null)])).toBe("2 runs: 1 lost, 1 silent");
    expect(stripWords([run("failed", 1), run("succeeded", 1), run("succeeded", 2)])).toBe(
      "3 runs: 2 succeeded, 1 failed",
    );
  });
});
