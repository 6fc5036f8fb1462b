import { DomainError } from "../../error/domain-error";

const BRACKET = 0x5b;
const BRACE = 0x7b;
const COMMA = 0x2c;
/** A batch of 1,000 events with 100 columns each has 600,000 lists and objects of 7,000,000 values. */
const MOST_LISTS_AND_OBJECTS = 2_000_000;
const MOST_VALUES = 10_000_000;

/**
 * Refuses JSON that is short to send and long to read: twenty million empty objects compress to 60 kB, and
 * reading them takes 20 s and 2 GB in which nobody else is served. Counts inside of strings too, which is
 * fast and far from what honest batches have.
 */
export function refuseIntricate(bytes: Uint8Array): void {
  if (bytes.length <= MOST_LISTS_AND_OBJECTS) return;
  let opened = 0;
  let commas = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === COMMA) commas++;
    else if (byte === BRACE || byte === BRACKET) opened++;
  }
  if (opened <= MOST_LISTS_AND_OBJECTS && commas <= MOST_VALUES) return;
  throw new DomainError("too_large", "The request has too many lists, objects or values.", {
    fix: "Send fewer events in a batch.",
  });
}
