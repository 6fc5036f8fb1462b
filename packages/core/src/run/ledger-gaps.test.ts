import { expect, it } from "vitest";
import { judgeGaps, type WriterFigures } from "./ledger-gaps";

const writer = (more: Partial<WriterFigures>): WriterFigures => ({
  ...{ events: 10, firstSeq: 0, lastSeq: 9, firstBatch: 0, lastBatch: 1, batches: 2 },
  ...{ receipts: 2, ownReceipts: 2, refused: 0 },
  ...more,
});

it("calls something missing only when a batch between has no receipt", () => {
  expect(judgeGaps(writer({}))).toEqual({ numbers: 0, missingBatches: 0 });
  expect(judgeGaps(writer({ lastSeq: 14, lastBatch: 2, receipts: 3 }))).toEqual({
    numbers: 5,
    missingBatches: 0,
  });
  expect(judgeGaps(writer({ lastSeq: 14, lastBatch: 3 }))).toEqual({ numbers: 5, missingBatches: 2 });
  expect(judgeGaps(writer({ lastSeq: 14, lastBatch: 3, ownReceipts: 1 }))).toEqual({
    numbers: 5,
    missingBatches: null,
  });
});

it("does not count what came twice as less than nothing", () => {
  expect(judgeGaps(writer({ events: 20 }))).toEqual({ numbers: 0, missingBatches: 0 });
});
