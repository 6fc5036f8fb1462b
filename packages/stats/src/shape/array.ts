import type { ColumnProfile } from "@heddle/contract";
import { Column } from "../column/column";
import { samplePositions } from "./sample";

export type Values = ArrayLike<unknown>;

export interface Part {
  columns: ColumnProfile[];
  columnCount: number;
  rows: number;
  sampledRows: number | null;
}

/** Profile of a list of values as one column, read at no more than `rows` positions. */
export function profileColumn(name: string, values: Values, rows: number, dataType?: string): Part {
  const total = values.length;
  const positions = samplePositions(total, rows);
  const wanted = positions?.length ?? total;
  const column = new Column(wanted);
  for (let index = 0; index < wanted; index++) {
    try {
      column.add(values[positions?.[index] ?? index]);
    } catch {
      column.addUnreadable();
    }
  }
  const profile = column.profile(name, positions !== null, dataType);
  return { columns: [profile], columnCount: 1, rows: total, sampledRows: positions?.length ?? null };
}
