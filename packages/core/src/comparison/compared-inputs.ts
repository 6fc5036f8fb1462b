import { type Attribute, canonicalJson } from "@heddle/contract";
import { type ComparedColumn, hasMoved, isOtherValue, mostMovedFirst } from "./compared-column";
import type { ComparedNode } from "./compared-node";
import { diffValues } from "./value-changes";

/** Something that a run was given: a node of kind "input", or what the run declared. */
export interface ComparedInput {
  name: string;
  /** The node that brings it in; null when no node has its name. */
  node: string | null;
  /** Null when no figures of it were recorded on one of the sides. */
  same: boolean | null;
  /** Its values moved or are other ones, not only their number. */
  moved: boolean;
  rows: { before: number | null; after: number | null };
  /** Columns that moved, most moved first; at most three. */
  columns: Pick<ComparedColumn, "column" | "change" | "drift" | "before" | "after">[];
  /** What the run declared, when that differs. */
  declared: { before: string | null; after: string | null } | null;
}

const COLUMNS_LISTED = 3;

/** What went into both runs. */
export function compareInputs(
  runs: { a: { inputs: Attribute[] }; b: { inputs: Attribute[] } },
  nodes: readonly ComparedNode[],
  columns: readonly ComparedColumn[],
): ComparedInput[] {
  const given = nodes.filter(({ kind }) => kind === "input");
  const declared = declarations(runs.a.inputs, runs.b.inputs);
  const byNode = new Map<string, ComparedColumn[]>(given.map(({ name }) => [name, []]));
  for (const column of columns) byNode.get(column.node)?.push(column);
  const inputs = given.map(({ name, before, after }): ComparedInput => {
    const own = byNode.get(name) ?? [];
    const moved = own.filter((column) => hasMoved(column) || isOtherValue(column));
    const words = declared.get(name) ?? null;
    const rows = { before: before?.rows ?? null, after: after?.rows ?? null };
    const counted = rows.before !== null && rows.after !== null;
    const recorded = own.filter(({ change }) => change !== "absent");
    const differs =
      recorded.some(({ change }) => change !== "same") || (counted && rows.before !== rows.after);
    const known = recorded.length === own.length && (own.length > 0 || counted);
    return {
      ...{ name, node: name, rows, declared: words },
      same: words !== null || differs ? false : known ? true : null,
      moved: moved.length > 0 || words !== null,
      columns: mostMovedFirst(moved).slice(0, COLUMNS_LISTED).map(shortOf),
    };
  });
  const named = new Set(given.map(({ name }) => name));
  const others = [...declared].filter(([name]) => !named.has(name));
  return [...inputs, ...others.map(([name, words]) => onlyDeclared(name, words))];
}

function shortOf({ column, change, drift, before, after }: ComparedColumn) {
  return { column, change, drift, before, after };
}

function onlyDeclared(name: string, declared: ComparedInput["declared"]): ComparedInput {
  const rows = { before: null, after: null };
  return { name, node: null, same: declared === null, moved: declared !== null, rows, columns: [], declared };
}

/** What runs declared by name: null where both said the same. */
function declarations(before: Attribute[], after: Attribute[]): Map<string, ComparedInput["declared"]> {
  const [then, now] = [byName(before), byName(after)];
  const names = [...new Set([...now.keys(), ...then.keys()])];
  return new Map(
    names.map((name) => {
      const [old, fresh] = [then.get(name), now.get(name)];
      if (old && fresh && canonicalJson(old.value) === canonicalJson(fresh.value)) return [name, null];
      const { changes } = diffValues(old ? { [name]: old.value } : {}, fresh ? { [name]: fresh.value } : {});
      const { before: was, after: is } = changes[0] ?? { before: null, after: null };
      return [name, { before: was, after: is }];
    }),
  );
}

function byName(attributes: Attribute[]): Map<string, Attribute> {
  return new Map(attributes.map((attribute) => [attribute.name, attribute]));
}
