import { containing, escapeLike } from "../../catalog/like";

/** What a text in the filter stands for. */
export type TextMeaning =
  | { kind: "number"; number: number }
  | { kind: "id"; id: string }
  | { kind: "words"; words: string; hash: string | null };

const NUMBER = /^#(\d{1,9})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{4,64}$/;

/** `#12` and a whole id are looked up; all else is looked for, and may be how a hash begins. */
export function meaningOf(text: string): TextMeaning {
  const trimmed = text.trim();
  const lower = trimmed.toLowerCase();
  const number = NUMBER.exec(trimmed.replaceAll(",", ""))?.[1];
  if (number !== undefined) return { kind: "number", number: Number(number) };
  if (UUID.test(lower)) return { kind: "id", id: lower };
  return { kind: "words", words: trimmed, hash: HASH.test(lower) ? lower : null };
}

const ANYWHERE = [
  "r.failure ->> 'type'",
  "r.failure ->> 'message'",
  "r.failure ->> 'node'",
  "r.error ->> 'type'",
  "r.error ->> 'message'",
  "r.git ->> 'branch'",
  "r.git ->> 'author'",
  "r.git ->> 'message'",
  "r.trigger",
];

/** SQL that is true for runs that hold the words; `add` makes a parameter of a value. */
export function wordsCondition(
  { words, hash }: Extract<TextMeaning, { kind: "words" }>,
  add: (value: unknown) => string,
): string {
  const part = add(containing(words));
  const parts = ANYWHERE.map((where) => `${where} ilike ${part}`);
  parts.push(`exists (select from jsonb_each_text(r.tags) as tag where tag.value ilike ${part})`);
  if (/^\d{1,9}$/.test(words)) parts.push(`r.number = ${add(Number(words))}::int`);
  if (hash !== null) {
    const start = add(`${escapeLike(hash)}%`);
    parts.push(`r.git ->> 'commit' like ${start}`, `r.code_version like ${start}`);
    parts.push(`replace(r.id::text, '-', '') like ${start}`);
  }
  return `(${parts.join(" or ")})`;
}
