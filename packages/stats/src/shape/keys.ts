import { hashText } from "../column/hyperloglog";
import { shortText } from "./short-text";

const NAME_LENGTH = 200;
const inherited = new Set<string>(Object.getOwnPropertyNames(Object.prototype));

/**
 * Member of a row. Names that every object inherits (`constructor`, `__proto__`) count only as own ones:
 * JSON can hold them.
 */
export function member(row: object, key: string): unknown {
  if (inherited.has(key) && !Object.hasOwn(row, key)) return undefined;
  return (row as Record<string, unknown>)[key];
}

/** A column's name in a bounded length, still unlike that of a column with the same beginning. */
export function columnName(key: string): string {
  if (key.length <= NAME_LENGTH) return shortText(key, NAME_LENGTH);
  return `${shortText(key, NAME_LENGTH)} #${hashText(key).toString(16)}`;
}

/** The same, undefined where reading throws. */
export function readableMember(row: object, key: string): unknown {
  try {
    return member(row, key);
  } catch {
    return undefined;
  }
}
