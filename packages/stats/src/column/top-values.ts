import type { TopValue } from "@heddle/contract";
import { shortText } from "../shape/short-text";
import type { ValueCounter } from "./value-counter";

const MOST = 20;
const VALUE_LENGTH = 60;
/** Keeps a column near 2 KB of JSON, whatever its values are written in. */
const JSON_BYTES = 1400;

const encoder = new TextEncoder();

/** The most frequent values, as many of 20 as fit in the space of a column. */
export function topValues(counter: ValueCounter): TopValue[] {
  const top: TopValue[] = [];
  let bytes = 0;
  for (const [value, count] of counter.top(MOST)) {
    const entry = { value: shortText(value, VALUE_LENGTH), count };
    bytes += encoder.encode(JSON.stringify(entry)).byteLength + 1;
    if (bytes > JSON_BYTES && top.length > 0) break;
    top.push(entry);
  }
  return top;
}
