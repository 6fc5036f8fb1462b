import type { RunFacets } from "@heddle/core";
import { RUN_STATUSES } from "../../status/status-words";
import { CHANGED, type RunsFilter } from "../runs-query";
import { tagText, tokenText } from "./query-text";
import { KEY_HINTS, KEYS, type Token, type TokenKey, tokensOf } from "./tokens";

const MOST = 12;

/** A line under the query bar: a key to go on with, a whole token, or the text itself. */
export type Suggestion =
  | { kind: "key"; key: TokenKey; hint: string }
  | { kind: "token"; token: Token; label: string; count: number | null }
  | { kind: "text"; text: string };

interface Known {
  facets: RunFacets | undefined;
  /** Code versions of the loaded runs, newest first. */
  versions: readonly string[];
}

const VALUES_OF: Record<TokenKey, (known: Known) => { value: string; count: number | null }[]> = {
  status: ({ facets }) =>
    RUN_STATUSES.map((value) => ({
      value,
      count: facets ? (facets.statuses.find(({ status }) => status === value)?.count ?? 0) : null,
    })),
  pipeline: ({ facets }) => facets?.pipelines.map(({ name, count }) => ({ value: name, count })) ?? [],
  version: ({ versions }) => versions.map((value) => ({ value, count: null })),
  tag: ({ facets }) =>
    facets?.tags.flatMap(({ key, values }) =>
      values.map(({ value, count }) => ({ value: `${key}:${value}`, count })),
    ) ?? [],
  changed: () => CHANGED.map((value) => ({ value, count: null })),
};

function values(key: TokenKey, part: string, filter: RunsFilter, known: Known): Suggestion[] {
  const there = new Set(tokensOf(filter).map(tokenText));
  const wanted = part.replaceAll('"', "").toLowerCase();
  return VALUES_OF[key](known)
    .map(({ value, count }) => ({
      token: { key, value },
      count,
      label: key === "tag" ? tagText(value) : value,
    }))
    .filter(({ token, label }) => label.toLowerCase().includes(wanted) && !there.has(tokenText(token)))
    .slice(0, MOST)
    .map((found) => ({ kind: "token", ...found }));
}

/** What may come next for the text that is being typed: keys first, then the values of a key. */
export function suggest(text: string, filter: RunsFilter, known: Known): Suggestion[] {
  const typed = text.trimStart();
  const key = KEYS.find((each) => typed.startsWith(`${each}:`));
  if (key) return values(key, typed.slice(key.length + 1), filter, known);
  const word = typed.toLowerCase();
  const keys = KEYS.filter((each) => each.startsWith(word)).map(
    (each): Suggestion => ({ kind: "key", key: each, hint: KEY_HINTS[each] }),
  );
  if (word === "") return keys;
  const tokens = KEYS.flatMap((each) => values(each, word, filter, known)).slice(0, MOST - 4);
  return [{ kind: "text", text: typed.trim() }, ...keys, ...tokens];
}
