import type { RunsFilter } from "../runs-query";
import { KEYS, type Token, type TokenKey, tokensOf, withToken } from "./tokens";

const PLAIN = /^[^\s"\\]+$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** A tag reads as `env=prod`, unless its key holds a `=` itself. */
export function tagText(tag: string): string {
  const colon = tag.indexOf(":");
  const [key, value] = [tag.slice(0, colon), tag.slice(colon + 1)];
  return key.includes("=") ? tag : `${key}=${value}`;
}

function tagOf(text: string): string {
  const at = text.search(/[:=]/);
  return at < 0 ? text : `${text.slice(0, at)}:${text.slice(at + 1)}`;
}

/** A token as one types it: `status:failed`, `tag:env=prod`, `pipeline:"my flow"`. */
export function tokenText({ key, value }: Token): string {
  if (key === "q") return value;
  return `${key}:${quoted(key === "tag" ? tagText(value) : value)}`;
}

/** The whole query as text; `parseQuery` makes the same filter of it. */
export function queryText(filter: RunsFilter): string {
  return tokensOf(filter).map(tokenText).join(" ");
}

/** Pieces between spaces; a space within quotes is part of its piece. Unfinished quotes end with the text. */
function pieces(text: string): string[] {
  return text.match(/(?:"(?:\\.|[^"\\])*"?|[^\s"])+/gs) ?? [];
}

function unquoted(piece: string): string {
  return piece.replace(/"((?:\\.|[^"\\])*)"?/gs, (_, inner: string) => inner.replace(/\\(.)/gs, "$1"));
}

const isKey = (text: string): text is TokenKey => KEYS.some((key) => key === text);

/** What a piece says, or null when it is text. `tagKeys`: words that are tags without saying so. */
function tokenOf(piece: string, tagKeys: readonly string[] = []): Token | null {
  const [, key = "", rest = ""] = /^([^\s:"]+):(.*)$/s.exec(piece) ?? [];
  if (key === "") return null;
  const value = unquoted(rest);
  if (isKey(key)) return { key, value: key === "tag" ? tagOf(value) : value };
  return tagKeys.includes(key) ? { key: "tag", value: `${key}:${value}` } : null;
}

/** Adds to the filter what a text says; what is no token, or a token that means nothing, is looked for as text. */
export function parseQuery(text: string, filter: RunsFilter, tagKeys: readonly string[] = []): RunsFilter {
  let found = filter;
  const words: string[] = [];
  for (const piece of pieces(text)) {
    const token = tokenOf(piece, tagKeys);
    const next = token && withToken(found, token);
    if (next) found = next;
    else words.push(piece);
  }
  return words.length > 0 ? (withToken(found, { key: "q", value: words.join(" ") }) ?? found) : found;
}

/** A text that by itself says which run, version or commit is meant: it is looked for as soon as it is pasted. */
export function isReference(text: string): boolean {
  return /^(#\d[\d,]*|[0-9a-f]{7,64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(text.trim());
}
