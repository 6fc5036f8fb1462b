const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** What Python's json module writes for numbers that JSON does not have. */
const NON_FINITE = /-?Infinity|NaN/g;

/**
 * JSON text with null in place of NaN and infinities outside of strings. One pass by hand: a regular
 * expression for strings takes quadratic time on text made for it.
 */
export function withoutNonFinite(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', from)) {
    const end = endOfString(text, quote);
    parts.push(text.slice(from, quote).replace(NON_FINITE, "null"), text.slice(quote, end));
    from = end;
  }
  parts.push(text.slice(from).replace(NON_FINITE, "null"));
  return parts.join("");
}

/** Index after the closing quote of the string that begins at `quote`. */
function endOfString(text: string, quote: number): number {
  for (let index = quote + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) index++;
    else if (code === QUOTE) return index + 1;
  }
  return text.length;
}
