import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { findChromium } from "./chromium";
import { countPlaywright, countVitest } from "./count-tests";

test("counts vitest's tests", () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test("counts Playwright's tests", () => {
  const report = { stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 } };
  expect(countPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test("a runner that died without a report has failed", () => {
  expect(countVitest({}).failed).toBe(1);
  expect(countPlaywright({}).failed).toBe(1);
});

test("finds a browser by any of its names, in the order of the path", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "heddle-path-"));
  writeFileSync(path.join(folder, "google-chrome"), "");
  expect(findChromium(["/nowhere", folder].join(path.delimiter))).toBe(path.join(folder, "google-chrome"));
  rmSync(folder, { recursive: true });
});
