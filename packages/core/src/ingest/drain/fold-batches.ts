import { setImmediate as nextTurn } from "node:timers/promises";
import { inflate } from "../batch/inflate";
import { readBatch } from "../batch/read-batch";
import { foldEvent } from "../fold/fold-event";
import { emptyFold, type Folded } from "../fold/folded";
import type { InboxBatch } from "./claim";
import { type LedgerEntry, ledgerOf } from "./ledger";

/** Decompressed bytes of one transaction; what comes after them waits for the next one. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * What the events of the first of these batches amount to, as many of them as memory allows. Events that
 * were refused on arrival are refused again.
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
    const read = readBatch(inflated, batch.receivedAt);
    const arrival = { writer: read.writer, receivedAt: batch.receivedAt.toISOString() };
    for (const event of read.events) foldEvent(folded, event, arrival);
    ledger.push(...ledgerOf(batch, read.events));
    events += read.events.length;
    await nextTurn();
  }
  return { folded, ledger, events, used };
}
