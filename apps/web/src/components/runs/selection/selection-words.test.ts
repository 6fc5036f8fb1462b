import { describe, expect, it } from "vitest";
import { olderAndNewer, selectionWords } from "./selection-words";

const run = (id: string, number: number | null, status: "failed" | "succeeded", pipeline = "p") => ({
  id,
  number,
  status,
  pipeline,
});
const [older, newer] = [run("a1", 1283, "succeeded"), run("b2", 1288, "failed")];

describe("selectionWords", () => {
  it("says the newer run against the older, however they were chosen", () => {
    expect(selectionWords([older, newer])).toBe("#1288 failed against #1283 succeeded");
    expect(selectionWords([newer, older])).toBe("#1288 failed against #1283 succeeded");
  });

  it("names pipelines only when they differ", () => {
    expect(selectionWords([older, { ...newer, pipeline: "q" }])).toBe(
      "q #1288 failed against p #1283 succeeded",
    );
  });

  it("says what one run is, and how many can be compared", () => {
    expect(selectionWords([older])).toBe("#1283 succeeded");
    expect(selectionWords([older, newer, run("c3", null, "failed")])).toBe("Two runs can be compared");
  });
});

describe("olderAndNewer", () => {
  it("is there for two runs only", () => {
    expect(olderAndNewer([newer, older])).toEqual({ older, newer });
    expect(olderAndNewer([newer])).toBeNull();
  });
});
