import type { CatalogNode } from "@heddle/core";
import { formatCount } from "../../format/number";
import { noneWords } from "../profile/none-words";
import { scalarWords } from "../profile/scalar-words";
import { STATUS } from "../status/status-words";

const count = (value: number, one: string) => `${formatCount(value)} ${value === 1 ? one : `${one}s`}`;

/** What came out of a node last, in short; a node that did not finish says so. */
export function lastValue({
  status,
  output,
  value,
}: Pick<CatalogNode, "status" | "output" | "value">): string {
  if (status !== "succeeded") return STATUS[status].label.toLowerCase();
  if (!output) return "";
  const { shape, dataType, rows, columnCount } = output;
  if (shape === "none") return noneWords(dataType);
  if (shape === "scalar")
    return (value && scalarWords({ ...output, columns: [value], sampledRows: null })) ?? dataType;
  if (rows !== null) return shape === "array" ? count(rows, "value") : count(rows, "row");
  return shape === "table" ? count(columnCount, "column") : dataType;
}
