import { describe, expect, it } from "vitest";
import { inOrder } from "./pipeline-order";
import {
  formatAge,
  formatChange,
  formatEvery,
  formatPoints,
  formatSuccess,
  freshnessOf,
  nowWords,
  type PipelineHealth,
  rhythmWords,
} from "./pipeline-words";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-23T12:00:00Z");

function pipeline(given: Partial<PipelineHealth> = {}): PipelineHealth {
  return {
    name: "daily",
    trouble: null,
    streak: 0,
    slower: null,
    runs: [{ id: "r", number: 1, status: "succeeded", startedAt: "2026-11-23T11:00:00Z", durationMs: 5 }],
    inRange: { runs: 1, success: 1, points: null },
    usualMs: null,
    lastGood: { id: "r", number: 1, finishedAt: "2026-11-23T11:00:00Z" },
    rhythm: { everyMs: 2 * HOUR, staleAfterMs: 3 * HOUR },
    changed: null,
    ...given,
  };
}

it("writes differences with a real minus sign", () => {
  expect([-16.7, 3.34, 0, -0.04].map(formatPoints)).toEqual(["−16.7", "+3.3", "0.0", "0.0"]);
  expect([0.31, -0.041, 0.004, 12].map(formatChange)).toEqual(["+31 %", "−4 %", "0 %", "+1,200 %"]);
});

it("calls only all of them 100 %", () => {
  expect([1, 0.974, 0.99999, 0].map(formatSuccess)).toEqual(["100 %", "97.4 %", "> 99.9 %", "0.0 %"]);
});

it("writes rhythms and ages", () => {
  const rhythms = [400, 15 * 60_000, HOUR, HOUR + 60_000, 1.5 * HOUR, 24 * HOUR, 7 * 24 * HOUR];
  expect(rhythms.map(formatEvery)).toEqual(["1 s", "15 min", "1 h", "1 h", "1 h 30 m", "24 h", "7 d"]);
  const ages = [0, 24 * 60_000, 5.4 * HOUR, 16 * HOUR + 240_000, 30 * HOUR, 20 * 24 * HOUR + HOUR];
  expect(ages.map(formatAge)).toEqual(["just now", "24 m", "5 h 24 m", "16 h 04 m", "1 d 6 h", "20 d"]);
});

describe("nowWords", () => {
  it("says the worst, then that it runs", () => {
    expect(nowWords(pipeline())).toBeNull();
    expect(nowWords(pipeline({ trouble: "failing", streak: 5 }))).toEqual({
      words: "5 in a row",
      tone: "failed",
    });
    expect(nowWords(pipeline({ trouble: "failing", streak: 1 }))?.words).toBe("failed");
    expect(nowWords(pipeline({ trouble: "lost", streak: 1 }))).toEqual({
      words: "no sign of life",
      tone: "lost",
    });
    expect(nowWords(pipeline({ trouble: "slower", slower: 0.31 }))?.words).toBe("+31 % slower");
    const runs = pipeline().runs.map((run) => ({ ...run, status: "running" as const }));
    expect(nowWords(pipeline({ runs }))?.words).toBe("running");
  });
});

describe("freshnessOf", () => {
  it("goes towards the next run, and is stale beyond what was ever usual", () => {
    expect(freshnessOf(pipeline(), NOW)).toEqual({ ageMs: HOUR, share: 0.5, stale: false });
    expect(freshnessOf(pipeline(), NOW + 2 * HOUR)).toEqual({ ageMs: 3 * HOUR, share: 1, stale: false });
    expect(freshnessOf(pipeline(), NOW + 2 * HOUR + 1)?.stale).toBe(true);
  });

  it("calls nothing stale without a rhythm", () => {
    const irregular = pipeline({ rhythm: { everyMs: 1, staleAfterMs: null } });
    expect(freshnessOf(irregular, NOW)).toEqual({ ageMs: HOUR, share: null, stale: false });
    expect([pipeline(), irregular, pipeline({ rhythm: null })].map(rhythmWords)).toEqual([
      "usually every 2 h",
      "no fixed rhythm",
      "rhythm from the 5th run",
    ]);
    expect(freshnessOf(pipeline({ lastGood: null }), NOW)).toBeNull();
  });
});

it("keeps rows where they were, and adds new ones at the end", () => {
  const rows = ["a", "b", "new", "c"].map((name) => ({ name }));
  expect(inOrder(rows, ["c", "gone", "b", "a"]).map(({ name }) => name)).toEqual(["c", "b", "a", "new"]);
});
