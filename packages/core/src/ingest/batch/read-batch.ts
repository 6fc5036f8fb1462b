import { LIMITS, type Rejection, type TelemetryEvent } from "@heddle/contract";
import { openBatch } from "./open-batch";
import { parseEvent } from "./parse-event";

export interface ReadBatch {
  writer: string;
  batch: number;
  events: TelemetryEvent[];
  rejected: Rejection[];
}

/** A decompressed batch with each of its events accepted or refused on its own. */
export function readBatch(inflated: Uint8Array, receivedAt: Date): ReadBatch {
  const { writer, batch, events } = openBatch(inflated);
  const read: ReadBatch = { writer, batch, events: [], rejected: [] };
  const mayHoldLargeEvents = inflated.byteLength > LIMITS.eventBytes;
  for (const [index, raw] of events.entries()) {
    const parsed = parseEvent(raw, receivedAt);
    if (!parsed.ok) read.rejected.push({ index, ...parsed.refusal });
    else if (mayHoldLargeEvents && bytesOf(raw) > LIMITS.eventBytes)
      read.rejected.push({ index, ...TOO_LARGE });
    else read.events.push(parsed.event);
  }
  return read;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

const TOO_LARGE = {
  code: "too_large",
  message: `The event is larger than ${LIMITS.eventBytes / 1024 ** 2} MiB.`,
  path: "",
  fix: "Send less with the event, for instance fewer columns or shorter texts.",
};
