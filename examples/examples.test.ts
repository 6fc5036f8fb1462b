import { dataflow } from "@heddle/sdk";
import { expect, test } from "vitest";
import { airlineFeatures, nodes as airlineNodes } from "./airline-features/pipeline";
import * as filledRecentDelay from "./airline-features/variants/filled-recent-delay";
import * as splitAirports from "./airline-features/variants/split-airports";
import { solve } from "./penguin-mass/nodes/solve";
import { penguinMass, nodes as penguinNodes } from "./penguin-mass/pipeline";
import * as measuredOnly from "./penguin-mass/variants/measured-only";

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const known = (values: (number | null)[]) => values.filter((value) => value !== null);

test("the feature table has one row for each flight before the day, with values of every kind", async () => {
  const until = "2001-02-11";
  const { flights, featureTable } = await airlineFeatures.run({
    inputs: { until },
    outputs: ["flights", "featureTable"],
  });
  expect(featureTable).toHaveLength(flights.length);
  expect(Math.max(...featureTable.map((row) => row.departure.getTime()))).toBeLessThan(Date.parse(until));
  const seattle = featureTable.find((row) => row.usualTemperature !== null);
  expect(seattle?.originName).toBe("Seattle-Tacoma Intl");
  expect(typeof seattle?.isWeekend).toBe("boolean");
  expect(["north", "east", "south", "west"]).toContain(seattle?.heading);
  expect(featureTable.filter((row) => row.recentDelay === null).length).toBeGreaterThan(0);
});

test("filling the gaps shifts the mean of recentDelay, and leaves none missing", async () => {
  const inputs = { until: "2001-03-18" };
  const filled = dataflow("filled", { ...airlineNodes, ...filledRecentDelay });
  const before = await airlineFeatures.run({ inputs, outputs: ["recentDelay"] });
  const after = await filled.run({ inputs, outputs: ["recentDelay"] });
  expect(known(after.recentDelay)).toHaveLength(after.recentDelay.length);
  expect(mean(known(after.recentDelay))).toBeLessThan(0.9 * mean(known(before.recentDelay)));
});

test("an airport that is read wrongly breaks heading, three nodes below, and nothing before it", async () => {
  const inputs = { until: "2001-04-01" };
  const split = dataflow("split", { ...airlineNodes, ...splitAirports });
  await expect(split.run({ inputs, outputs: ["heading"] })).rejects.toThrow(
    "No sector for a bearing of NaN° (MOB to BTR)",
  );
  const { bearing } = await split.run({ inputs, outputs: ["bearing"] });
  expect(known(bearing).some(Number.isNaN)).toBe(true);
});

test("knowing sex and species makes the model better on penguins it has not seen", async () => {
  const inputs = { testShare: 0.25, seed: 7 };
  const outputs = ["rSquared", "meanAbsoluteError", "rootMeanSquaredError"] as const;
  const first = await dataflow("first", { ...penguinNodes, ...measuredOnly }).run({ inputs, outputs });
  const better = await penguinMass.run({ inputs, outputs });
  expect(better.rSquared).toBeGreaterThan(first.rSquared);
  expect(better.meanAbsoluteError).toBeLessThan(first.meanAbsoluteError);
  expect(better.rootMeanSquaredError).toBeGreaterThan(better.meanAbsoluteError);
});

test("train and test sets share no penguin and miss none", async () => {
  const outputs = ["penguins", "trainSet", "testSet"] as const;
  const { penguins, trainSet, testSet } = await penguinMass.run({
    inputs: { testShare: 0.25, seed: 3 },
    outputs,
  });
  expect(new Set([...trainSet, ...testSet])).toEqual(new Set(penguins));
  expect(trainSet.length + testSet.length).toBe(penguins.length);
});

test("linear equations are solved, also where rows must be swapped, and refused when they cannot be", () => {
  const matrix = [
    [0, 2, 1],
    [1, 1, 1],
    [2, 0, 3],
  ];
  const solution = solve(matrix, [7, 6, 11]);
  expect(solution[0]).toBeCloseTo(1, 12);
  expect(solution[1]).toBeCloseTo(2, 12);
  expect(solution[2]).toBeCloseTo(3, 12);
  const dependent = [
    [1, 2],
    [2, 4],
  ];
  expect(() => solve(dependent, [1, 2])).toThrow("depend on each other");
});
