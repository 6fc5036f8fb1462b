import type { TestCounts } from "../parts/part";

/** Counts in vitest's JSON report; a report that is missing counts as one failure. */
export function countVitest(report: unknown): TestCounts {
  return counts(report, {
    passed: ["numPassedTests"],
    failed: ["numFailedTests"],
    skipped: ["numPendingTests", "numTodoTests"],
  });
}

/** Counts in Playwright's JSON report; a test that passed at a second try has passed. */
export function countPlaywright(report: unknown): TestCounts {
  const stats = isRecord(report) ? report.stats : undefined;
  return counts(stats, { passed: ["expected", "flaky"], failed: ["unexpected"], skipped: ["skipped"] });
}

function counts(source: unknown, fields: Record<keyof TestCounts, string[]>): TestCounts {
  if (!isRecord(source)) return { passed: 0, failed: 1, skipped: 0 };
  const sum = (names: string[]) => names.reduce((total, name) => total + numberAt(source, name), 0);
  const result = { passed: sum(fields.passed), failed: sum(fields.failed), skipped: sum(fields.skipped) };
  return Object.keys(source).length > 0 ? result : { ...result, failed: 1 };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function numberAt(record: Record<string, unknown>, name: string): number {
  const value = record[name];
  return typeof value === "number" ? value : 0;
}
