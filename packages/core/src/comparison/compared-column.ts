import type { ColumnKind } from "@heddle/contract";
import type { Drift } from "./drift";

/** Which column of which result. */
export interface ColumnPlace {
  node: string;
  /** "" when the node has one task. */
  task: string;
  /** Name of the attribute that carried the profile. */
  attribute: string;
  column: string;
}

/**
 * How a column of one run stands to that of the other. "absent": the node produced nothing on one side, which says
 * nothing about the column.
 */
export type ColumnChange = "retyped" | "added" | "removed" | "changed" | "same" | "absent";

export interface ColumnSide {
  kind: ColumnKind;
  dataType: string;
  count: number;
  missing: number;
  distinct: number;
  mean: number | null;
  std: number | null;
  min: number | null;
  max: number | null;
}

export interface ComparedColumn extends ColumnPlace {
  change: ColumnChange;
  drift: Drift;
  before: ColumnSide | null;
  after: ColumnSide | null;
}

/** The kind or the type of a column's values is another; an empty column has no type to compare. */
export function isRetyped(before: ColumnSide, after: ColumnSide): boolean {
  if (before.kind === "empty" || after.kind === "empty") return before.kind !== after.kind;
  return before.kind !== after.kind || before.dataType !== after.dataType;
}

/** Whether a column's values moved, and not only by what chance does. */
export function hasMoved({ change, drift }: Pick<ComparedColumn, "change" | "drift">): boolean {
  return change === "retyped" || change === "added" || change === "removed" || drift.level !== "none";
}

/** Moved, or a single value that is another: how far such a one may move is not known. */
export function columnDiffers(column: ComparedColumn): boolean {
  return hasMoved(column) || isOtherValue(column);
}

/** One value on each side, and not the same. */
export function isOtherValue({ change, before, after }: ComparedColumn): boolean {
  return change === "changed" && before?.count === 1 && after?.count === 1;
}

const RANK: Record<ColumnChange, number> = {
  retyped: 0,
  added: 1,
  removed: 1,
  changed: 2,
  same: 3,
  absent: 4,
};

/** What moved most first: other types, columns that came or went, then by the index; then by name. */
export function mostMovedFirst(columns: readonly ComparedColumn[]): ComparedColumn[] {
  const level = (column: ComparedColumn) => (hasMoved(column) ? 0 : isOtherValue(column) ? 1 : 2);
  const name = ({ node, task, attribute, column }: ComparedColumn) =>
    [node, task, attribute, column].join("\n");
  return [...columns].sort(
    (x, y) =>
      RANK[x.change] - RANK[y.change] ||
      level(x) - level(y) ||
      (y.drift.psi ?? -1) - (x.drift.psi ?? -1) ||
      (name(x) < name(y) ? -1 : 1),
  );
}
