import { expect, test } from "vitest";
import { isShorter, retentionWords } from "./retention-words";

test.each([
  [null, "forever"],
  [1, "1 day"],
  [30, "30 days"],
  [365, "1 year"],
  [3650, "3,650 days"],
])("%s is %s", (days, words) => {
  expect(retentionWords(days)).toBe(words);
});

test.each([
  [7, 30, true],
  [7, null, true],
  [30, 30, false],
  [31, 30, false],
  [null, 30, false],
  [null, null, false],
])("from %s after %s keeps less: %s", (days, before, shorter) => {
  expect(isShorter(days, before)).toBe(shorter);
});
