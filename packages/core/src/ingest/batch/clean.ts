import type { JsonValue } from "@heddle/contract";

/** NUL and halves of surrogate pairs can only come out of an escape; so can most ways to write `__proto__`. */
const SUSPICIOUS = /\\u0000|\\u[dD][89a-fA-F]|__proto__|\\u005[fF]/;
const UNSTORABLE = /\p{Surrogate}|\0/gu;

/** Whether `text`, a JSON document, may hold something that `clean` would change. */
export function needsCleaning(text: string): boolean {
  return SUSPICIOUS.test(text);
}

/**
 * A copy that PostgreSQL can store as text and JSON: U+FFFD instead of NUL and of halves of surrogate
 * pairs, no member named `__proto__`. Works level by level, so that depth cannot exhaust the stack.
 */
export function clean(root: JsonValue): JsonValue {
  const holder: JsonValue[] = [root];
  const open: (JsonValue[] | { [key: string]: JsonValue })[] = [holder];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (Array.isArray(current)) {
      for (let index = 0; index < current.length; index++)
        current[index] = visit(current[index] ?? null, open);
      continue;
    }
    for (const [key, member] of Object.entries(current)) {
      delete current[key];
      const name = key.replace(UNSTORABLE, "\ufffd");
      if (name !== "__proto__") current[name] = visit(member, open);
    }
  }
  return holder[0] ?? null;
}

function visit(value: JsonValue, open: (JsonValue[] | { [key: string]: JsonValue })[]): JsonValue {
  if (typeof value === "string") return value.replace(UNSTORABLE, "\ufffd");
  if (typeof value === "object" && value !== null) open.push(value);
  return value;
}
