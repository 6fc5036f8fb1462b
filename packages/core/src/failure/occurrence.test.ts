import { describe, expect, it } from "vitest";
import { type Group, withOccurrence } from "./occurrence";

const group: Group = {
  runs: 3,
  firstRunId: "b",
  lastRunId: "f",
  acknowledgedAt: new Date("2026-11-23T12:00:00Z"),
  acknowledgedBy: "ada@example.org",
};
const error = { node: "n", errorType: "E", message: "new" };
const of = (runId: string) => ({ runId, ...error });
const free = { acknowledgedAt: null, acknowledgedBy: null };

describe("a run that joins a group of failures", () => {
  it.each([
    { runId: "g", back: false, change: { runs: 4, lastRunId: "g", ...error } },
    { runId: "g", back: true, change: { runs: 4, lastRunId: "g", ...error, ...free } },
    { runId: "d", back: false, change: { runs: 4 } },
    { runId: "d", back: true, change: { runs: 4 } },
    { runId: "a", back: false, change: { runs: 4, firstRunId: "a" } },
  ])("$runId, back $back", ({ runId, back, change }) => {
    expect(withOccurrence(group, of(runId), back)).toEqual(change);
  });

  it("begins one as its first and last", () => {
    const empty = { ...group, ...free, runs: 0, firstRunId: "c", lastRunId: "c" };
    expect(withOccurrence(empty, of("c"), false)).toEqual({
      ...{ runs: 1, lastRunId: "c" },
      ...error,
    });
  });
});
