import type { RunLedger } from "@heddle/core";

type Sum = RunLedger["sum"];
type Gaps = RunLedger["writers"][number]["gaps"];

/** The ledger of a run that arrived whole, but for what is given. */
export function sampleLedger(
  given: Partial<Omit<RunLedger, "sum">> & { sum?: Partial<Sum> } = {},
): RunLedger {
  const { sum, ...more } = given;
  const none = { batches: 0, events: 0 };
  return {
    totals: { events: 100, batches: 4, writers: 1, longestDelayMs: 12 },
    sum: {
      ...{ recorded: 100, dropped: 0, droppedBy: [], sent: 100, stored: 100, refused: 0, atLeast: false },
      ...{ waiting: none, setAside: none, missing: none },
      ...sum,
    },
    repeated: { batches: 0, times: 0, events: 0 },
    ...{ storedAgain: 0, ended: true, clockAheadMs: null, writers: [sampleWriter()] },
    ...{ refused: [], quarantined: [], batches: [], nextCursor: null },
    ...more,
  };
}

export function sampleWriter(gaps: Partial<Gaps> = {}): RunLedger["writers"][number] {
  return {
    ...{ writer: "5f0f2c6e-52f5-4c40-8d6e-0d4f0a8f7a10", batches: 4, events: 100 },
    ...{ refused: 0, repeats: 0, waiting: 0, setAside: 0 },
    gaps: {
      ...{ numbers: 0, reason: "none", missingBatches: 0, missingNumbers: 0, missing: [], more: 0 },
      ...gaps,
    },
  };
}

/** A writer of which batches 2 and 3, with the numbers 120 to 164, never came. */
export function brokenWriter(): RunLedger["writers"][number] {
  const missing = [{ firstBatch: 2, lastBatch: 3, firstSeq: 120, lastSeq: 164, numbers: 45 }];
  return sampleWriter({ numbers: 45, reason: "missing", missingBatches: 2, missingNumbers: 45, missing });
}
