import type { Matrix } from "./inputs";
import { solve } from "./solve";

const dot = (a: number[], b: number[]) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** Coefficients of the least-squares line, from the normal equations. */
export function coefficients({
  trainInputs,
  trainMass,
}: {
  trainInputs: Matrix;
  trainMass: number[];
}): number[] {
  const columns = (trainInputs[0] ?? []).map((_, index) => trainInputs.map((row) => row[index] ?? 0));
  const gram = columns.map((a) => columns.map((b) => dot(a, b)));
  return solve(
    gram,
    columns.map((column) => dot(column, trainMass)),
  );
}

export function predictedMass({
  testInputs,
  coefficients,
}: {
  testInputs: Matrix;
  coefficients: number[];
}): number[] {
  return testInputs.map((row) => dot(row, coefficients));
}
