import type { ColumnProfile } from "@heddle/contract";
import { expect, test } from "vitest";
import { lastValue } from "./last-value";

const out = (
  shape: "table" | "array" | "scalar" | "object" | "none",
  rows: number | null,
  columnCount = 1,
) => ({
  ...{ shape, rows, columnCount, dataType: "number" },
});
const three: ColumnProfile = {
  ...{ name: "", kind: "numeric", dataType: "number", count: 1, missing: 0 },
  distinct: { count: 1, exact: true },
  top: [{ value: "three", count: 1 }],
};

test.each([
  ["succeeded", out("table", 9466), null, "9,466 rows"],
  ["succeeded", out("table", 1), null, "1 row"],
  ["succeeded", out("table", null, 14), null, "14 columns"],
  ["succeeded", out("array", 3), null, "3 values"],
  ["succeeded", out("scalar", null), three, "three"],
  ["succeeded", out("scalar", null), null, "number"],
  ["succeeded", out("none", null), null, "number"],
  ["succeeded", null, null, ""],
  ["failed", out("table", 9466), null, "failed"],
  ["skipped", null, null, "skipped"],
] as const)("%s with %j is %s", (status, output, value, words) => {
  expect(lastValue({ status, output, value })).toBe(words);
});
