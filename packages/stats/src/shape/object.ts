import type { ColumnProfile } from "@heddle/contract";
import { type Part, profileColumn, type Values } from "./array";
import { columnsOf, isRecord, isTypedArray, listKind } from "./classify";
import { columnName, readableMember } from "./keys";
import { MOST_COLUMNS, profileRecords } from "./records";
import { typeName } from "./type-name";

const DEPTH = 4;

/** Profile of an object that is a table by columns, with at most `cells` values read. */
function profileColumns(lists: [string, Values][], cells: number): Part {
  const kept = lists.slice(0, MOST_COLUMNS);
  const rows = Math.max(1, Math.floor(cells / kept.length));
  const parts = kept.map(([key, values]) => profileList(columnName(key), values, rows));
  return {
    columns: parts.flatMap((part) => part.columns),
    columnCount: lists.length,
    rows: lists[0]?.[1].length ?? 0,
    sampledRows: parts[0]?.sampledRows ?? null,
  };
}

/** Profile of a list as one column; a typed array gives its type's name. */
export function profileList(name: string, values: Values, rows: number): Part {
  return profileColumn(name, values, rows, isTypedArray(values) ? typeName(values) : undefined);
}

interface Leaf {
  path: string;
  value: unknown;
}

/** Profile of a nested object: one column a leaf, named by the path to it (`model.weights`). */
function profileObject(value: object, cells: number): Omit<Part, "rows"> {
  const leaves: Leaf[] = [];
  collect(value, "", DEPTH, leaves, new Set());
  const share = Math.max(100, Math.floor(cells / Math.max(1, leaves.length)));
  const columns: ColumnProfile[] = [];
  let sampledRows: number | null = null;
  let hidden = 0;
  for (const leaf of leaves) {
    if (columns.length >= MOST_COLUMNS) {
      hidden++;
      continue;
    }
    const part = profileLeaf(leaf, share);
    columns.push(...part.columns);
    hidden += part.columnCount - part.columns.length;
    if (part.sampledRows !== null) sampledRows = Math.max(sampledRows ?? 0, part.sampledRows);
  }
  const columnCount = columns.length + hidden;
  return { columns: columns.slice(0, MOST_COLUMNS), columnCount, sampledRows };
}

function profileLeaf({ path, value }: Leaf, cells: number): Part {
  const name = columnName(path);
  if (isTypedArray(value)) return profileList(name, value, cells);
  if (!Array.isArray(value)) return profileColumn(name, [value], 1);
  if (listKind(value) === "values") return profileColumn(name, value, cells);
  const part = profileRecords(value, cells);
  const columns = part.columns.map((column) => ({ ...column, name: columnName(`${path}.${column.name}`) }));
  return { ...part, columns };
}

function collect(value: object, path: string, depth: number, leaves: Leaf[], above: Set<object>): void {
  above.add(value);
  for (const key of Object.keys(value)) {
    const inner = path === "" ? key : `${path}.${key}`;
    const held = readableMember(value, key);
    const opens = isRecord(held) && !Array.isArray(held) && !above.has(held) && depth > 1;
    if (opens && Object.keys(held).length > 0) collect(held, inner, depth - 1, leaves, above);
    else leaves.push({ path: inner, value: held });
  }
  above.delete(value);
}

/** The same as `profileColumns` for objects that are one, as `profileObject` for all others. */
export function profileMembers(value: object, cells: number): Omit<Part, "rows"> & { rows: number | null } {
  const lists = columnsOf(value);
  return lists === null ? { ...profileObject(value, cells), rows: null } : profileColumns(lists, cells);
}
