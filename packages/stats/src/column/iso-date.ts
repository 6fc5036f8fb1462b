const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const ZONED = /(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * Milliseconds since 1970 of an ISO 8601 date or instant, or NaN. Without a zone it is read as UTC, so
 * that a profile does not depend on the machine.
 */
export function parseIsoDate(text: string): number {
  if (text.length < 10 || text.length > 40 || !ISO.test(text)) return Number.NaN;
  if (text.length === 10) return Date.parse(text);
  const instant = text.replace(" ", "T");
  return Date.parse(ZONED.test(instant.slice(10)) ? instant : `${instant}Z`);
}
