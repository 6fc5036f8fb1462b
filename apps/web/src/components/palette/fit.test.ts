import { expect, test } from "vitest";
import { bestFirst, fits } from "./fit";

test.each([
  ["runs", ["runs"], 0],
  ["Runs", ["ru"], 1],
  ["API keys", ["key"], 2],
  ["spend_per_signup", ["signup"], 2],
  ["settings", ["ting"], 3],
  ["runs", ["x"], 4],
  ["API keys", ["api", "x"], 4],
  ["anything", [], 0],
])("%s for %j is %d", (text, words, fit) => expect(fits(text, words)).toBe(fit));

test("the best comes first, and what does not fit is left out", () => {
  const items = ["Overview", "Versions", "Audit log", "Verdict"].map((label) => ({ label }));
  expect(bestFirst(items, ["ver"]).map(({ label }) => label)).toEqual(["Versions", "Verdict", "Overview"]);
  expect(bestFirst([{ label: "Members", also: "Settings" }], ["settings", "mem"])).toHaveLength(1);
});
