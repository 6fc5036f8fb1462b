/** What PostgreSQL cannot hold in text or jsonb: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;
const REPLACEMENT = "\uFFFD";

/** Half of a pair, or a whole one: most text has neither, and this is much faster to tell. */
const MAY_BE_UNSTORABLE = /[\0\ud800-\udfff]/;

/** Their escapes in JSON text. An escaped backslash before one matches too, which costs only time. */
const UNSTORABLE_ESCAPE = /\\u(?:0000|d[89a-f])/;

/** Text as PostgreSQL can store it: NUL and lone surrogates become U+FFFD. */
export function sanitizeText(text: string): string {
  return MAY_BE_UNSTORABLE.test(text) ? text.replace(UNSTORABLE, REPLACEMENT) : text;
}

/** JSON text as jsonb can store it. NaN and infinities become null, as JSON has it; bigints become text. */
export function sanitizedJson(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) return "null";
  return text.includes("\\u") && UNSTORABLE_ESCAPE.test(text)
    ? JSON.stringify(sanitizeValue(JSON.parse(text)))
    : text;
}

/** A replacer makes this ten times slower, and bigints are rare. */
function stringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return JSON.stringify(value, (_, member) => (typeof member === "bigint" ? String(member) : member));
  }
}

function sanitizeValue(value: unknown): unknown {
  if (typeof value === "string") return sanitizeText(value);
  if (Array.isArray(value)) return value.map(sanitizeValue);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [sanitizeText(key), sanitizeValue(member)]),
  );
}
