import type { ColumnRow } from "@heddle/core";
import { expect, it } from "vitest";
import { figureRows, mainFigure, pointChange, relativeChange } from "./figure-rows";

it("writes changes with their sign, and none where there is none", () => {
  expect([relativeChange(41.73, 34.13), relativeChange(2, 3), relativeChange(-2, -1)]).toEqual([
    "−18.2 %",
    "+50.0 %",
    "+50.0 %",
  ]);
  expect([relativeChange(0, 5), relativeChange(5, 5), relativeChange(1, 30)]).toEqual(["", "", "+2,900 %"]);
  expect([pointChange(0, 0.041), pointChange(0.179, 0), pointChange(0.1, 0.1)]).toEqual([
    "+4.1 pt",
    "−17.9 pt",
    "",
  ]);
});

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
const profile = (mean: number) => ({
  ...{ name: "x", kind: "numeric" as const, dataType: "number", count: 100, missing: 0 },
  distinct: { count: 9, exact: true },
  numeric: {
    ...{ nan: 0, infinite: 0, zeros: 5, negative: 0, min: 0, max: 4, mean, std: 1, histogram: null },
    quantiles: { p: [0.5, 0.95], values: [mean, 4] },
  },
});
const column: ColumnRow = {
  ...{ node: "n", task: "", attribute: "result", column: "x", change: "changed", because: null },
  drift: { psi: 0.41, byChance: 0.02, level: "strong" },
  before: side,
  after: { ...side, mean: 3, missing: 4 },
  profiles: { before: profile(2), after: profile(3) },
};

it("lists the figures of both sides", () => {
  expect(
    figureRows(column).map(({ name, before, after, delta }) => [name, before, after, delta].join(" ")),
  ).toEqual([
    "mean 2 3 +50.0 %",
    "min 0 0 ",
    "p50 2 3 +50.0 %",
    "p95 4 4 ",
    "max 4 4 ",
    "missing 0.0 % 4.0 % +4.0 pt",
    "zeros 5.0 % 5.0 % ",
    "distinct 9 9 ",
    "PSI 0.02 by chance 0.41 strong",
  ]);
});

it("shows what is missing when that moved, else the mean", () => {
  expect(mainFigure(column)).toEqual({ before: "0.0 % missing", after: "4.0 % missing", delta: "+4.0 pt" });
  expect(mainFigure({ ...column, after: { ...side, mean: 3 } })).toEqual({
    before: "2",
    after: "3",
    delta: "+50.0 %",
  });
  expect(mainFigure({ ...column, before: null })).toMatchObject({ before: "", after: "3" });
});
