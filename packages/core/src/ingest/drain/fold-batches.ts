import { setImmediate as nextTurn } from "node:timers/promises";
import { inflate } from "../batch/inflate";
import { readBatch } from "../batch/read-batch";
import { foldEvent } from "../fold/fold-event";
import { emptyFold, type Folded } from "../fold/folded";
import type { InboxBatch } from "./claim";

/** What the events of several batches amount to. Events that were refused on arrival are refused again. */
export async function foldBatches(batches: InboxBatch[]): Promise<{ folded: Folded; events: number }> {
  const folded = emptyFold();
  let events = 0;
  for (const batch of batches) {
    const read = readBatch(await inflate(batch.body, batch.encoding), batch.receivedAt);
    const arrival = { writer: read.writer, receivedAt: batch.receivedAt.toISOString() };
    for (const event of read.events) foldEvent(folded, event, arrival);
    events += read.events.length;
    await nextTurn();
  }
  return { folded, events };
}
