import { setImmediate as nextTurn } from "node:timers/promises";
import type { TelemetryEvent } from "@heddle/contract";
import { inflate } from "../batch/inflate";
import { readBatch } from "../batch/read-batch";
import { readTrusted } from "../batch/read-trusted";
import { foldEvent } from "../fold/fold-event";
import { emptyFold, type Folded } from "../fold/folded";
import type { InboxBatch } from "./claim";
import { type LedgerEntry, ledgerOf } from "./ledger";

/**
 * Decompressed bytes of one transaction; what comes after them waits for the next one. Some 10,000 events, which
 * is enough to write in bulk; as objects they take ten times the memory, and a worker may have two such in work.
 */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * What the events of the first of these batches amount to, as many of them as memory allows, without those that
 * were refused on arrival.
 */
export async function foldBatches(
  batches: InboxBatch[],
): Promise<{ folded: Folded; ledger: LedgerEntry[]; events: number; used: InboxBatch[] }> {
  const folded = emptyFold();
  const ledger: LedgerEntry[] = [];
  const used: InboxBatch[] = [];
  let events = 0;
  let bytes = 0;
  for (const batch of batches) {
    const inflated = await inflate(batch.body, batch.encoding);
    bytes += inflated.byteLength;
    if (used.length > 0 && bytes > MOST_BYTES) break;
    used.push(batch);
    const accepted = acceptedOf(batch, inflated);
    const arrival = { writer: batch.writer, receivedAt: batch.receivedAt.toISOString() };
    for (const event of accepted) foldEvent(folded, event, arrival);
    ledger.push(...ledgerOf(batch, accepted));
    events += accepted.length;
    await nextTurn();
  }
  return { folded, ledger, events, used };
}

function acceptedOf({ rejected, receivedAt }: InboxBatch, inflated: Uint8Array): TelemetryEvent[] {
  return rejected === null ? readBatch(inflated, receivedAt).events : readTrusted(inflated, rejected);
}
