import { canonicalJson, type JsonValue } from "@heddle/contract";

/** One entry of the configuration, as JSON text; null where it is not set. */
export interface ConfigChange {
  key: string;
  before: string | null;
  after: string | null;
}

/** Entries whose values differ, by key. */
export function configChanges(
  before: Record<string, JsonValue>,
  after: Record<string, JsonValue>,
): ConfigChange[] {
  const text = (value: JsonValue | undefined) => (value === undefined ? null : canonicalJson(value));
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .map((key) => ({ key, before: text(before[key]), after: text(after[key]) }))
    .filter((change) => change.before !== change.after);
}
