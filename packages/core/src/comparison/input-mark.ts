import { type Distribution, driftOf } from "./drift";

/** Of wider inputs only the first columns are compared; that they did not move then says nothing. */
export const COMPARED_COLUMNS = 60;

/** A column of what an input node gave. */
export interface InputColumn extends Distribution {
  node: string;
  /** Task, attribute and name of the column. */
  place: string;
  position: number;
  dataType: string;
  /** Of the whole profile. */
  digest: string;
}

function byPlace(columns: readonly InputColumn[]): Map<string, Map<string, InputColumn>> {
  const nodes = new Map<string, Map<string, InputColumn>>();
  for (const column of columns) {
    const places = nodes.get(column.node) ?? new Map<string, InputColumn>();
    nodes.set(column.node, places.set(column.place, column));
  }
  return nodes;
}

/** Another type, a single value that is another, or values that moved further than chance moves them. */
function moved(before: InputColumn, now: InputColumn): boolean {
  if (before.digest === now.digest) return false;
  if (before.kind !== now.kind || before.dataType !== now.dataType) return true;
  return (before.count === 1 && now.count === 1) || driftOf(before, now).level !== "none";
}

/**
 * Whether an input moved between two runs: null when it did not as far as both stored it, but something is there on
 * one side only or was left out; "nothing" when neither stored any.
 */
export function inputsMoved(
  before: readonly InputColumn[],
  now: readonly InputColumn[],
): boolean | null | "nothing" {
  const [then, since] = [byPlace(before), byPlace(now)];
  const nodes = [...new Set([...then.keys(), ...since.keys()])];
  if (nodes.length === 0) return "nothing";
  let whole = true;
  for (const node of nodes) {
    const [a, b] = [then.get(node), since.get(node)];
    if (!a || !b) {
      whole = false;
      continue;
    }
    if (a.size !== b.size || [...a.keys()].some((place) => !b.has(place))) return true;
    for (const [place, column] of a) {
      const other = b.get(place);
      if (other && moved(column, other)) return true;
      if (column.position >= COMPARED_COLUMNS) whole = false;
    }
  }
  return whole ? false : null;
}
