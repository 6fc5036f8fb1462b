import type { RunChangesView } from "@heddle/core";
import { formatCount } from "../../format/number";

const NAMES_SHOWN = 3;

/** A part of the sentence; `node` parts name a node and lead to it. */
export type ChangeWord = { text: string; node?: boolean };

const VERBS = { changed: "changed", added: "is new", removed: "is gone" } as const;
const PLURAL_VERBS = { changed: "changed", added: "are new", removed: "are gone" } as const;

function clause(kind: keyof typeof VERBS, names: string[]): ChangeWord[] {
  const shown = names.slice(0, NAMES_SHOWN).map((text) => ({ text, node: kind !== "removed" }));
  const rest = names.length - shown.length;
  const listed = shown.flatMap((name, index) => (index === 0 ? [name] : [{ text: "," }, name]));
  const more = rest > 0 ? [{ text: `and ${formatCount(rest)} more` }] : [];
  return [...listed, ...more, { text: names.length === 1 ? VERBS[kind] : PLURAL_VERBS[kind] }];
}

/** What is known of the code since the last good run, in words; null when nothing can be compared. */
export function changeWords({
  code,
  lastGood,
}: RunChangesView): { same: boolean; words: ChangeWord[] } | null {
  if (lastGood === null || code.kind === "unknown") return null;
  if (code.kind === "same") return { same: true, words: [{ text: "Same code" }] };
  if (code.nodes === null) {
    return { same: false, words: [{ text: "Another version; its nodes are not compared yet" }] };
  }
  const { nodes } = code;
  const kinds = (["changed", "added", "removed"] as const).filter((kind) => nodes[kind].length > 0);
  if (kinds.length === 0)
    return { same: false, words: [{ text: "Another version, though no node changed" }] };
  const clauses = kinds.map((kind) => clause(kind, nodes[kind]));
  const words = clauses.flatMap((words, index) => (index === 0 ? words : [{ text: ";" }, ...words]));
  return { same: false, words };
}

/** "5th failure in a row" from the second one on. */
export function streakWords(count: number): string | null {
  if (count < 2) return null;
  const endings: Record<string, string> = { one: "st", two: "nd", few: "rd" };
  const ending = endings[new Intl.PluralRules("en", { type: "ordinal" }).select(count)] ?? "th";
  return `${formatCount(count)}${ending} failure in a row`;
}
