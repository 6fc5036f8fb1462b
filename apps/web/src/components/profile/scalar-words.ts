import type { Profile } from "@heddle/contract";
import { formatStatistic } from "../../format/number";

/** The value of a scalar, as far as its profile tells it; null when it does not. */
export function scalarWords({ shape, columns }: Profile): string | null {
  const column = columns[0];
  if (shape !== "scalar" || !column) return null;
  const number = column.numeric?.mean ?? null;
  if (number !== null) return formatStatistic(number);
  return column.time?.min ?? column.top?.[0]?.value ?? null;
}
