import type { RunStatus } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { type JudgedRun, judge, worstFirst } from "./judge";

const HOUR = 3_600_000;
const NOW = new Date("2026-11-23T12:00:00Z");

/** Hourly runs, newest first, the newest an hour ago. */
function hourly(statuses: RunStatus[], took: number[] = []): JudgedRun[] {
  return statuses.map((status, index) => ({
    status,
    startedAt: new Date(NOW.getTime() - (index + 1) * HOUR),
    durationMs: status === "running" ? null : (took[index] ?? 100),
  }));
}

const good = (count: number): RunStatus[] => Array.from({ length: count }, () => "succeeded");

describe("judge", () => {
  it("finds nothing wrong with good runs, and nothing to say of none", () => {
    expect(judge(hourly(good(30)), NOW)).toMatchObject({ trouble: null, streak: 0, slower: null });
    expect(judge([], NOW)).toEqual({ trouble: null, streak: 0, slower: null, rhythm: null });
  });

  it("counts failed and lost ones up to the newest, over running and silent ones", () => {
    const runs = hourly(["running", "silent", "failed", "lost", "failed", ...good(5)]);
    expect(judge(runs, NOW)).toMatchObject({ trouble: "failing", streak: 3 });
    expect(judge(hourly(["lost", "failed", ...good(5)]), NOW)).toMatchObject({ trouble: "lost", streak: 2 });
    expect(judge(hourly(["failed"]), NOW)).toMatchObject({ trouble: "failing", streak: 1 });
  });

  it("ends a streak with a good or a cancelled run", () => {
    expect(judge(hourly(["succeeded", "failed"]), NOW).streak).toBe(0);
    expect(judge(hourly(["cancelled", "failed"]), NOW)).toMatchObject({ trouble: null, streak: 0 });
  });

  it("is late when no run began for longer than ever", () => {
    const runs = hourly(good(10));
    expect(judge(runs, new Date(NOW.getTime() + HOUR)).trouble).toBe("late");
    expect(judge(runs.slice(0, 4), new Date(NOW.getTime() + 99 * HOUR)).trouble).toBeNull();
  });

  it("is slower when the last five took longer than nine of ten before, and by a tenth", () => {
    const usual = Array.from({ length: 25 }, (_, index) => 100 + (index % 3));
    const after = (took: number) => judge(hourly(good(30), [took, took, took, took, took, ...usual]), NOW);
    expect(after(131)).toMatchObject({ trouble: "slower", slower: 131 / 101 - 1 });
    expect(after(109).trouble).toBeNull();
    expect(judge(hourly(good(9), [900, 900, 900, 900, 900, 100, 100, 100, 100]), NOW).slower).toBeNull();
  });

  it("judges no duration of failed runs", () => {
    const runs = hourly(["failed", ...good(12)], [9e9]);
    expect(judge(runs, NOW).slower).toBeNull();
  });
});

describe("worstFirst", () => {
  it("puts the failing first, then the lost, late and slower, then by name as people sort", () => {
    const row = (name: string, trouble: "failing" | "lost" | "late" | "slower" | null) => ({ name, trouble });
    const rows = [
      row("b10", null),
      row("B9", null),
      row("a", null),
      row("s", "slower"),
      row("t", "late"),
      row("y", "failing"),
      row("x", "failing"),
      row("l", "lost"),
    ];
    expect(worstFirst(rows).map(({ name }) => name)).toEqual(["x", "y", "l", "t", "s", "a", "B9", "b10"]);
  });
});
