import type { Values } from "./array";
import { readableMember } from "./keys";

const LOOKED_AT = 1000;

export type ListKind = "records" | "values";

/** Whether `value` is a list of numbers in a buffer. */
export function isTypedArray(value: unknown): value is Values {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Whether a list holds rows (objects or arrays, some of them missing) or single values. */
export function listKind(values: Values): ListKind {
  const step = Math.max(1, Math.floor(values.length / LOOKED_AT));
  let rows = 0;
  for (let index = 0; index < values.length; index += step) {
    const value = values[index];
    if (value === null || value === undefined) continue;
    if (!isRecord(value)) return "values";
    rows++;
  }
  return rows > 0 ? "records" : "values";
}

/** Whether a value has members of its own to be looked at: not a date, a promise, or another leaf. */
export function isRecord(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return !leaves.some((leaf) => value instanceof leaf) && !isTypedArray(value);
}

const leaves = [Date, RegExp, Promise, Map, Set, WeakMap, WeakSet, ArrayBuffer, DataView, Error, URL];

/**
 * The columns of an object that holds a table by columns: lists of single values, all of one length.
 * Null for every other object.
 */
export function columnsOf(value: object): [string, Values][] | null {
  const columns: [string, Values][] = [];
  for (const key of Object.keys(value)) {
    const list = readableMember(value, key);
    if (!Array.isArray(list) && !isTypedArray(list)) return null;
    if (list.length !== (columns[0]?.[1].length ?? list.length)) return null;
    if (Array.isArray(list) && listKind(list) === "records") return null;
    columns.push([key, list]);
  }
  return columns.length > 0 ? columns : null;
}
