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

/** Batches without a receipt, and the numbers that no event of the run has around where they were. */
export interface Hole {
  firstBatch: number;
  lastBatch: number;
  /** Null: as far as the writer's beginning, which is not known. */
  firstSeq: number | null;
  lastSeq: number;
  /** How many of these numbers no batch that came has, whatever runs it is about; null when that is not known. */
  numbers: number | null;
}

/** Holes as they were found: the first ones, and how many batches all of them leave out. */
export interface FoundHoles {
  holes: Hole[];
  all: number;
  batches: number;
}

/**
 * Why numbers are left out: what the server refused, what arrived and is not stored yet, other runs of the writer, or
 * batches that never came; `unknown` when receipts that would tell are no longer kept.
 */
type GapReason = "none" | "refused" | "held" | "other_runs" | "missing" | "unknown";

export interface WriterGaps {
  /** Numbers between the first and the last of a writer that no event about the run has. */
  numbers: number;
  reason: GapReason;
  /** Batches that never arrived; null when that cannot be told. */
  missingBatches: number | null;
  /** How many events were in them; null when their numbers cannot be told. */
  missingNumbers: number | null;
  missing: Hole[];
  /** Holes beyond those that are listed. */
  more: number;
}

const NO_HOLES: FoundHoles = { holes: [], all: 0, batches: 0 };

/**
 * A writer numbers its events over all of its runs, so a hole alone is not a loss: a batch without receipt is, when
 * numbers are left out where it was. One that was too large was sent again as two with numbers of their own.
 */
export function judgeGaps(writer: WriterFigures, found: FoundHoles = NO_HOLES, held = 0): WriterGaps {
  const numbers = Math.max(0, writer.lastSeq - writer.firstSeq + 1 - writer.events);
  const listed = { missing: found.holes, more: Math.max(0, found.all - found.holes.length) };
  if (found.batches > 0) {
    const { batches: missingBatches } = found;
    const missingNumbers = listed.more > 0 ? null : numbersIn(found.holes);
    return { numbers, reason: "missing", missingBatches, missingNumbers, ...listed };
  }
  const whole = { missingBatches: 0, missingNumbers: 0, ...listed };
  if (numbers === 0) return { numbers, reason: "none", ...whole };
  if (writer.ownReceipts < writer.batches)
    return { numbers, reason: "unknown", ...whole, missingBatches: null, missingNumbers: null };
  if (writer.refused >= numbers) return { numbers, reason: "refused", ...whole };
  return { numbers, reason: held > 0 ? "held" : "other_runs", ...whole };
}

/** Whether numbers of the run are left out, so that holes have to be looked for. */
export function mayMiss(writer: WriterFigures): boolean {
  const { events, firstSeq, lastSeq, firstBatch, lastBatch, batches, receipts, ownReceipts } = writer;
  return lastSeq - firstSeq + 1 > events && ownReceipts === batches && lastBatch - firstBatch + 1 > receipts;
}

/** Holes that share their numbers, because a batch between them did come, count once. */
function numbersIn(holes: readonly Hole[]): number | null {
  let sum = 0;
  const counted = new Set<number>();
  for (const { lastSeq, numbers } of holes) {
    if (numbers === null) return null;
    if (!counted.has(lastSeq)) sum += numbers;
    counted.add(lastSeq);
  }
  return sum;
}
