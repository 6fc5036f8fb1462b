import type { Cause, ComparisonSummary } from "@heddle/core";
import { describe, expect, it } from "vitest";
import { causeWords, checksOf, movedWords, placeWords } from "./cause-words";
import { aCause, aSummary } from "./testing/a-summary";
import { verdictOf } from "./verdict-words";

const failed: ComparisonSummary["failures"] = [{ node: "join", type: "E", message: "no", side: "b" }];
const title = (more: Partial<ComparisonSummary>) => verdictOf(aSummary(more)).title;

describe("verdictOf", () => {
  it.each<[string, Partial<ComparisonSummary>, string]>([
    [
      "equal runs",
      { equal: true },
      "These runs are equal: 46 of 46 functions, 1 of 1 input, 118 of 118 columns",
    ],
    [
      "a failure with a cause",
      { failures: failed, causes: [aCause()] },
      "1 difference may explain the failure of join",
    ],
    [
      "a failure with causes that are not listed",
      { failures: failed, causes: [aCause()], moreCauses: 3 },
      "4 differences may explain the failure of join",
    ],
    [
      "a failure where nothing differs",
      { failures: failed },
      "Unexplained: nothing that was recorded differs",
    ],
    [
      "a failure where only what is beside it differs",
      { failures: failed, causes: [aCause({ explains: "nothing" })] },
      "Unexplained: nothing that was recorded upstream of the failure of join differs",
    ],
    [
      "a failure with a size alone",
      { failures: failed, causes: [aCause({ weak: true, kind: "input" })] },
      "Unexplained: nothing that was recorded upstream of the failure of join differs",
    ],
    [
      "a failure where not all is known",
      { failures: failed, environment: null, functions: { total: 46, same: 6, unknown: 40 } },
      "Unexplained: nothing that was recorded differs; not recorded: the code of 40 functions, packages",
    ],
    [
      "a failure that is over",
      { failures: [{ node: "join", type: "E", message: "no", side: "a" }], causes: [aCause()] },
      "join failed in A and not in B: 1 difference may have mended it",
    ],
    [
      "columns that moved",
      { causes: [aCause({ explains: "columns" })], columns: { ...aSummary().columns, moved: 2 } },
      "1 difference may explain 2 columns that moved",
    ],
    [
      "columns that moved by themselves",
      { columns: { ...aSummary().columns, moved: 1 } },
      "1 column moved, and nothing that was recorded upstream of them differs",
    ],
    [
      "differences without effect",
      { causes: [aCause({ explains: "nothing" })] },
      "1 difference, and no column moved",
    ],
    ["a rerun", {}, "Same code, configuration and packages, and no column moved"],
  ])("speaks of %s", (_, more, words) => expect(title(more)).toBe(words));

  it("says of a run that goes on how far it is, and of a run and itself that they are one", () => {
    const { a, b } = aSummary();
    expect(title({ b: { ...b, status: "running" } })).toBe("B is still running: 46 of 46 nodes so far");
    expect(title({ b: a })).toBe("A and B are the same run");
  });

  it("says that pipelines differ, and what came from one run only", () => {
    const summary = aSummary();
    const b = { ...summary.b, pipeline: "other" };
    const { detail } = verdictOf({ ...summary, b, columns: { ...summary.columns, absent: 2 } });
    expect(detail).toMatch(/^Two pipelines: nodes are compared by their names\./);
    expect(detail).toMatch(/2 columns came from one run only/);
  });
});

describe("the words of a cause", () => {
  const config = { changes: [{ path: "a.b", before: "3", after: null }], more: 2, same: 1 };
  it.each<[Partial<Cause>, string]>([
    [{}, "clean its code changed"],
    [{ change: "removed" }, "clean is gone"],
    [{ kind: "config", node: null }, "a.b 3 → not set, and 2 more"],
    [{ kind: "environment", node: null }, "numpy 1.26 → 2.0"],
    [{ kind: "input", node: "orders", input: "orders" }, "orders id missing 0.0 % → 4.1 %, rows 1,000 → 900"],
  ])("%j", (more, words) => {
    const { subject, text } = causeWords(aCause(more), aSummary({ config }));
    expect(`${subject} ${text}`).toBe(words);
  });

  it.each<[Partial<Cause>, string]>([
    [{ hops: 0 }, "where it failed"],
    [{ hops: 2 }, "upstream of the failure, 2 hops"],
    [{ hops: 1, explains: "columns", target: "mean" }, "upstream of mean, 1 hop"],
    [{ node: null, hops: null }, "for the whole run"],
    [{ explains: "nothing" }, "upstream of no failure and no column that moved"],
  ])("place %j", (more, words) => expect(placeWords(aCause(more))).toBe(words));

  it("lists what was looked at, and what was not done", () => {
    const texts = checksOf(aCause({ hops: 1 }), aSummary()).map(({ text }) => text);
    expect(texts).toEqual([
      "upstream of the failure, 1 hop",
      "nothing else differs there",
      "same configuration",
      "not run again to confirm",
    ]);
  });

  it("tells how a column moved by the figure that says most", () => {
    const side = {
      kind: "numeric" as const,
      dataType: "number",
      count: 100,
      missing: 0,
      distinct: 9,
      mean: 2,
      std: 1,
      min: 0,
      max: 4,
    };
    const drift = { psi: 1, byChance: 0, level: "strong" as const };
    const moved = (more: object, change: "changed" | "retyped" = "changed") =>
      movedWords({ column: "x", change, drift, before: side, after: { ...side, ...more } });
    expect(moved({ mean: -3 })).toBe("x mean 2 → −3");
    expect(moved({ missing: 50, mean: 3 })).toBe("x missing 0.0 % → 50.0 %");
    expect(moved({ distinct: 10 })).toBe("x 9 → 10 distinct values");
    expect(moved({ dataType: "string" }, "retyped")).toBe("x number → string");
    expect(moved({})).toBe("x has other values");
  });
});
