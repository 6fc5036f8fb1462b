/** What the model got wrong, in grams. */
export function residuals({
  testMass,
  predictedMass,
}: {
  testMass: number[];
  predictedMass: number[];
}): number[] {
  return testMass.map((mass, row) => mass - (predictedMass[row] ?? Number.NaN));
}

export function rootMeanSquaredError({ residuals }: { residuals: number[] }): number {
  return Math.sqrt(residuals.reduce((sum, value) => sum + value ** 2, 0) / residuals.length);
}

export function meanAbsoluteError({ residuals }: { residuals: number[] }): number {
  return residuals.reduce((sum, value) => sum + Math.abs(value), 0) / residuals.length;
}

/** Share of the variance that the model explains. */
export function rSquared({ residuals, testMass }: { residuals: number[]; testMass: number[] }): number {
  const mean = testMass.reduce((sum, mass) => sum + mass, 0) / testMass.length;
  const total = testMass.reduce((sum, mass) => sum + (mass - mean) ** 2, 0);
  return 1 - residuals.reduce((sum, value) => sum + value ** 2, 0) / total;
}
