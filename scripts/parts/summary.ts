import { formatDuration } from "../bootstrap/duration.mjs";
import type { PartReport, TestCounts } from "./part";

/** A table of the parts with their times, for the end of a verb's output. */
export function summarise(reports: PartReport[], planned: string[]): string {
  const width = Math.max(...planned.map((name) => name.length));
  const rows = reports.map(
    ({ ok, name, milliseconds, tests }) =>
      `${ok ? "✓" : "✗"} ${name.padEnd(width)}  ${formatDuration(milliseconds).padStart(10)}${tests ? `  ${countsLine(tests)}` : ""}`,
  );
  const skipped = planned.slice(reports.length).map((name) => `- ${name.padEnd(width)}  not run`);
  const total = reports.reduce((sum, report) => sum + report.milliseconds, 0);
  return [...rows, ...skipped, `  ${"total".padEnd(width)}  ${formatDuration(total).padStart(10)}`].join(
    "\n",
  );
}

/** All tests of all parts together. */
export function totalCounts(reports: PartReport[]): TestCounts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { tests } of reports) {
    total.passed += tests?.passed ?? 0;
    total.failed += tests?.failed ?? 0;
    total.skipped += tests?.skipped ?? 0;
  }
  return total;
}

/** The plain line that CI reads. */
export function countsLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
