import type { RunChangesView } from "@heddle/core";
import { describe, expect, it } from "vitest";
import { changeWords, streakWords } from "./change-words";

const RUN = { id: "a", number: 7, startedAt: "1970-01-01T00:00:00.000Z" };
const changes = (
  code: RunChangesView["code"],
  lastGood: RunChangesView["lastGood"] = RUN,
): RunChangesView => ({
  lastGood,
  code,
  streak: { count: 1, first: RUN },
  git: null,
});
const other = (nodes: { changed?: string[]; added?: string[]; removed?: string[] } | null) =>
  changes({
    kind: "other",
    from: "1",
    to: "2",
    nodes: nodes && { changed: [], added: [], removed: [], ...nodes },
  });
const sentence = (of: RunChangesView) =>
  changeWords(of)
    ?.words.map(({ text, node }) => (node ? `[${text}]` : text))
    .join(" ");

describe("changeWords", () => {
  it("names the nodes whose code differs, at most three of a kind", () => {
    expect(sentence(other({ changed: ["airports"] }))).toBe("[airports] changed");
    expect(sentence(other({ changed: ["a", "b"], added: ["c"], removed: ["d"] }))).toBe(
      "[a] , [b] changed ; [c] is new ; d is gone",
    );
    expect(sentence(other({ changed: ["a", "b", "c", "d", "e"] }))).toBe(
      "[a] , [b] , [c] and 2 more changed",
    );
  });

  it("says that the code is the same only when it is known to be", () => {
    expect(changeWords(changes({ kind: "same", version: "1" }))?.same).toBe(true);
    expect(changeWords(other(null))?.same).toBe(false);
    expect(changeWords(other({}))?.same).toBe(false);
  });

  it("is silent when there is nothing to compare with", () => {
    expect(changeWords(changes({ kind: "same", version: "1" }, null))).toBeNull();
    expect(changeWords(changes({ kind: "unknown" }))).toBeNull();
  });
});

describe("streakWords", () => {
  it.each([
    [1, null],
    [2, "2nd failure in a row"],
    [3, "3rd failure in a row"],
    [11, "11th failure in a row"],
    [1000, "1,000th failure in a row"],
  ])("%i", (count, words) => {
    expect(streakWords(count)).toBe(words);
  });
});
