import type { ErrorReport } from "@heddle/contract";
import { describe, expect, it } from "vitest";
import { type Attempt, mergeAttempts } from "./attempt";

const error: ErrorReport = { type: "Error", message: "broke", stack: "", frames: [], causes: [] };

function attempt(part: Partial<Attempt>): Attempt {
  return { attempt: 0, status: "running", startedAt: null, finishedAt: null, error: null, ...part };
}

describe("mergeAttempts", () => {
  it.each([
    ["skipped", "running", "running"],
    ["running", "succeeded", "succeeded"],
    ["succeeded", "failed", "failed"],
    ["failed", "running", "failed"],
  ] as const)("%s and %s in one attempt are %s", (a, b, expected) => {
    expect(mergeAttempts([attempt({ status: a })], [attempt({ status: b })])).toMatchObject([
      { status: expected },
    ]);
  });

  it("takes the least start, the greatest end and the error of the winner", () => {
    const failed = attempt({ status: "failed", startedAt: "2026-01-02", finishedAt: "2026-01-04", error });
    const other = attempt({ status: "succeeded", startedAt: "2026-01-01", finishedAt: "2026-01-05" });
    expect(mergeAttempts([failed], [other])).toEqual([
      { attempt: 0, status: "failed", startedAt: "2026-01-01", finishedAt: "2026-01-05", error },
    ]);
  });
});
