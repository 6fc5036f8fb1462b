import type { Profile } from "@heddle/contract";
import { type Part, profileColumn } from "./shape/array";
import { isTypedArray, listKind } from "./shape/classify";
import { profileList, profileMembers } from "./shape/object";
import { profileRecords } from "./shape/records";
import { typeName } from "./shape/type-name";

export interface ProfileOptions {
  /** About how many values are read. Above it, rows are sampled. 100,000 take some 20 ms. */
  cells?: number;
}

/**
 * Summary statistics of any value, by its shape. Where `sampledRows` is a number, every figure of a column,
 * its counts included, is of the rows that were looked at; `rows` and `columnCount` are of the whole value.
 * A column's `count` includes its missing values. Rows that lack a key, unreadable members and invalid
 * dates are missing. Never throws: a value that cannot be looked at gives the shape `none`.
 */
export function profileValue(value: unknown, options: ProfileOptions = {}): Profile {
  try {
    return profileByShape(value, options.cells ?? 100_000);
  } catch {
    return none("unreadable");
  }
}

function profileByShape(value: unknown, cells: number): Profile {
  if (value === null || value === undefined) return none(typeName(value));
  if (typeof value === "function" || typeof value === "symbol") return none(typeof value);
  const dataType = typeName(value);
  if (typeof value !== "object" || value instanceof Date) {
    return { shape: "scalar", dataType, ...profileColumn("", [value], 1) };
  }
  if (isTypedArray(value)) return { shape: "array", dataType, ...profileList("", value, cells) };
  if (Array.isArray(value)) return { ...profileArray(value, cells), dataType };
  if (value instanceof Set) return { ...profileArray(first(value, cells), cells, value.size), dataType };
  if (value instanceof Map) {
    const entries = first(value, Math.floor(cells / 2));
    const rows = entries.map(([key, held]) => ({ key, value: held }));
    return { ...profileArray(rows, cells, value.size), shape: "table", dataType };
  }
  const part = profileMembers(value, cells);
  return { shape: part.rows === null ? "object" : "table", dataType, ...part };
}

function profileArray(list: unknown[], cells: number, size = list.length): Profile {
  const records = listKind(list) === "records";
  const part: Part = records ? profileRecords(list, cells) : profileColumn("", list, cells);
  const sampledRows = part.sampledRows ?? (size > list.length ? list.length : null);
  return { shape: records ? "table" : "array", dataType: "Array", ...part, rows: size, sampledRows };
}

function first<T>(values: Iterable<T>, most: number): T[] {
  const taken: T[] = [];
  for (const value of values) {
    if (taken.length >= most) break;
    taken.push(value);
  }
  return taken;
}

function none(dataType: string): Profile {
  return { shape: "none", dataType, rows: null, columnCount: 0, columns: [], sampledRows: null };
}
