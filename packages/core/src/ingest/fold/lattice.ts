import { canonicalJson, type JsonValue } from "@heddle/contract";

/**
 * Ways to join two values that are commutative, associative and idempotent, so that events give the same
 * rows in whatever order, batches and number of copies they come. null means "not known" everywhere.
 */

/** The earlier of two instants in the one form that `instantOf` makes. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

export function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** The greater of two values by canonical text: a choice without meaning, but everywhere the same one. */
export function greatest<Value>(a: Value | null, b: Value | null): Value | null {
  if (a === null || b === null) return a ?? b;
  return compareText(a, b) >= 0 ? a : b;
}

/** Members of both; where both have one, the chosen of the two. Keys are in code-unit order. */
export function joinRecords<Value>(
  a: Record<string, Value>,
  b: Record<string, Value>,
  choose: (a: Value, b: Value) => Value,
): Record<string, Value> {
  const joined = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const other = joined.get(key);
    joined.set(key, other === undefined ? value : choose(other, value));
  }
  return Object.fromEntries([...joined].sort(([x], [y]) => (x < y ? -1 : 1)));
}

/** Order by canonical text; 0 only for equal values. */
export function compareText(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const x = canonical(a);
  const y = canonical(b);
  return x < y ? -1 : Number(x > y);
}

/** One text for all equal JSON values. */
export function canonical(value: unknown): string {
  return canonicalJson(value as JsonValue);
}

/** An instant as UTC with milliseconds, so that text order is time order. */
export function instantOf(text: string): string {
  return new Date(text).toISOString();
}
