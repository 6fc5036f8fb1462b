import { expect, test } from "vitest";
import { runParts } from "./run-parts";
import { countsLine, summarise, totalCounts } from "./summary";

const part = (name: string, ok: boolean, ran: string[]) => ({
  name,
  run: async () => {
    ran.push(name);
    return { ok };
  },
});

test("stops at the first failure, or goes on, as asked", async () => {
  for (const [stopAtFailure, expected] of [
    [true, ["a", "b"]],
    [false, ["a", "b", "c"]],
  ] as const) {
    const ran: string[] = [];
    const parts = [part("a", true, ran), part("b", false, ran), part("c", true, ran)];
    const reports = await runParts(parts, { stopAtFailure });
    expect(ran).toEqual(expected);
    expect(reports.map(({ ok }) => ok)).toEqual([true, false, true].slice(0, expected.length));
  }
});

test("the summary has each part's time, and what was not run", () => {
  const reports = [
    { name: "types", ok: true, milliseconds: 1234 },
    { name: "unit", ok: false, milliseconds: 61_000, tests: { passed: 3, failed: 1, skipped: 0 } },
  ];
  expect(summarise(reports, ["types", "unit", "browser"])).toBe(
    [
      "✓ types         1.2 s",
      "✗ unit        1 m 1 s  3 passed, 1 failed",
      "- browser  not run",
      "  total       1 m 2 s",
    ].join("\n"),
  );
});

test("counts add up over parts, and skipped ones are named when there are any", () => {
  const report = { name: "x", ok: true, milliseconds: 1 };
  const counts = totalCounts([
    { ...report, tests: { passed: 2, failed: 0, skipped: 1 } },
    report,
    { ...report, tests: { passed: 3, failed: 0, skipped: 0 } },
  ]);
  expect(countsLine(counts)).toBe("5 passed, 0 failed, 1 skipped");
  expect(countsLine({ ...counts, skipped: 0 })).toBe("5 passed, 0 failed");
});
