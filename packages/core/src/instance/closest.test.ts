import { expect, test } from "vitest";
import { insteadOf } from "./closest";

test.each([
  ["acme", [], "There is none yet."],
  ["acmee", ["home", "acme"], "Did you mean acme?"],
  ["acme", ["home", "team"], "There is home, team."],
  ["x", Array.from({ length: 12 }, (_, at) => `org-${String.fromCharCode(97 + at)}`), /org-j and 2 more\.$/],
])("%s among %j", (wanted, known, answer) => {
  expect(insteadOf(wanted, known)).toMatch(answer);
});
