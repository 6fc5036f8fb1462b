import type { Penguin } from "./penguins";

/** One row of numbers for each penguin; the first is 1, for the intercept. */
export type Matrix = number[][];
export type Encoder = (penguin: Penguin) => number[];

/** Turns a penguin into numbers: what was measured, its sex and its species. */
export function encoder(): Encoder {
  return ({ flipperLength, beakLength, beakDepth, isMale, species }) => [
    1,
    flipperLength,
    beakLength,
    beakDepth,
    isMale ? 1 : 0,
    species === "Chinstrap" ? 1 : 0,
    species === "Gentoo" ? 1 : 0,
  ];
}

export function trainInputs({ trainSet, encoder }: { trainSet: Penguin[]; encoder: Encoder }): Matrix {
  return trainSet.map(encoder);
}

export function testInputs({ testSet, encoder }: { testSet: Penguin[]; encoder: Encoder }): Matrix {
  return testSet.map(encoder);
}

export function trainMass({ trainSet }: { trainSet: Penguin[] }): number[] {
  return trainSet.map((penguin) => penguin.bodyMass);
}

export function testMass({ testSet }: { testSet: Penguin[] }): number[] {
  return testSet.map((penguin) => penguin.bodyMass);
}
