/** What is known of one process that reported about a run. */
export interface WriterFigures {
  /** Events about the run. */
  events: number;
  firstSeq: number;
  lastSeq: number;
  firstBatch: number;
  lastBatch: number;
  batches: number;
  /** Receipts kept of its batches from the first to the last, and of how many of those the run's own are. */
  receipts: number;
  ownReceipts: number;
  /** Events in those batches that the server refused. */
  refused: number;
}

/**
 * Numbers between the first and the last of a writer that no event about the run has. `missingBatches` is how many
 * batches in between never arrived; null when the receipts that would tell are no longer kept.
 */
export interface WriterGaps {
  numbers: number;
  missingBatches: number | null;
}

/** A writer numbers its events over all of its runs, so a hole alone is not a loss: a batch without receipt is. */
export function judgeGaps(writer: WriterFigures): WriterGaps {
  const numbers = Math.max(0, writer.lastSeq - writer.firstSeq + 1 - writer.events);
  if (numbers === 0) return { numbers, missingBatches: 0 };
  if (writer.ownReceipts < writer.batches) return { numbers, missingBatches: null };
  const sent = writer.lastBatch - writer.firstBatch + 1;
  return { numbers, missingBatches: Math.max(0, sent - writer.receipts) };
}
