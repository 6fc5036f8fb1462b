import type { Profile } from "@heddle/contract";
import { formatCount } from "../../format/number";
import { noneWords } from "./none-words";

const count = (value: number, one: string, many: string) =>
  `${formatCount(value)} ${value === 1 ? one : many}`;

/** The shape of an output in words: `200,341 rows, 12 columns`. */
export function profileTitle({ shape, dataType, rows, columnCount }: Profile): string {
  switch (shape) {
    case "table": {
      const columns = count(columnCount, "column", "columns");
      return rows === null ? columns : `${count(rows, "row", "rows")}, ${columns}`;
    }
    case "array":
      return rows === null ? "Array" : count(rows, "value", "values");
    case "scalar":
      return "One value";
    case "object":
      return "Object";
    case "none":
      return noneWords(dataType) === "nothing" ? "No output" : "One value";
  }
}
