import type { Matrix } from "./inputs";

/** Solves `matrix * x = values` by Gaussian elimination with partial pivoting. */
export function solve(matrix: Matrix, values: number[]): number[] {
  const rows = matrix.map((row, index) => [...row, values[index] ?? 0]);
  const size = rows.length;
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++) {
      if (Math.abs(at(row, pivot)) > Math.abs(at(best, pivot))) best = row;
    }
    if (at(best, pivot) === 0) throw new Error("The inputs depend on each other; leave one of them out.");
    rows.splice(pivot, 0, ...rows.splice(best, 1));
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = at(row, pivot) / at(pivot, pivot);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * at(pivot, column));
    }
  }
  return rows.map((_, row) => at(row, size) / at(row, row));
}
