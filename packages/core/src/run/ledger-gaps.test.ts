import { describe, expect, it } from "vitest";
import { type Hole, judgeGaps, mayMiss, type WriterFigures } from "./ledger-gaps";

const writer = (more: Partial<WriterFigures>): WriterFigures => ({
  ...{ events: 10, firstSeq: 0, lastSeq: 9, firstBatch: 0, lastBatch: 1, batches: 2 },
  ...{ receipts: 2, ownReceipts: 2, refused: 0 },
  ...more,
});

const hole = (batches: [number, number], [firstSeq, lastSeq]: [number | null, number]): Hole => ({
  ...{ firstBatch: batches[0], lastBatch: batches[1], firstSeq, lastSeq },
  numbers: firstSeq === null ? null : lastSeq - firstSeq + 1,
});

const found = (...holes: Hole[]) => ({
  holes,
  all: holes.length,
  batches: holes.reduce((sum, { firstBatch, lastBatch }) => sum + lastBatch - firstBatch + 1, 0),
});

describe("judgeGaps", () => {
  it("finds nothing where every number is here", () => {
    expect(judgeGaps(writer({}))).toEqual({
      ...{ numbers: 0, reason: "none", missingBatches: 0, missingNumbers: 0, missing: [], more: 0 },
    });
  });

  it("does not count what came twice as less than nothing", () => {
    expect(judgeGaps(writer({ events: 20 }))).toMatchObject({ numbers: 0, reason: "none" });
  });

  it("says why numbers are left out while no batch is missing", () => {
    const gap = writer({ lastSeq: 14, lastBatch: 2, receipts: 3 });
    expect(judgeGaps(gap)).toMatchObject({ numbers: 5, reason: "other_runs", missingBatches: 0 });
    expect(judgeGaps({ ...gap, refused: 5 })).toMatchObject({ reason: "refused" });
    expect(judgeGaps({ ...gap, refused: 4 })).toMatchObject({ reason: "other_runs" });
    expect(judgeGaps(gap, undefined, 1)).toMatchObject({ reason: "held" });
  });

  it("cannot tell without the receipts", () => {
    expect(judgeGaps(writer({ lastSeq: 14, lastBatch: 3, ownReceipts: 1 }))).toMatchObject({
      ...{ numbers: 5, reason: "unknown", missingBatches: null, missingNumbers: null },
    });
  });

  it("names the batches that never came, with the numbers around them", () => {
    const gap = writer({ lastSeq: 24, lastBatch: 5, receipts: 3 });
    const holes = found(hole([1, 2], [5, 9]), hole([4, 4], [12, 21]));
    expect(judgeGaps(gap, holes)).toEqual({
      ...{ numbers: 15, reason: "missing", missingBatches: 3, missingNumbers: 15 },
      ...{ missing: holes.holes, more: 0 },
    });
  });

  it("counts numbers once when a batch between the missing ones is of another run", () => {
    const gap = writer({ lastSeq: 24, lastBatch: 5, receipts: 4 });
    const holes = found(hole([1, 1], [5, 19]), hole([3, 3], [5, 19]));
    expect(judgeGaps(gap, holes)).toMatchObject({ missingBatches: 2, missingNumbers: 15 });
  });

  it("counts what is not listed, but not its numbers", () => {
    const gap = writer({ lastSeq: 99, lastBatch: 90 });
    const many = { holes: [hole([1, 1], [5, 9])], all: 13, batches: 20 };
    expect(judgeGaps(gap, many)).toMatchObject({ missingBatches: 20, missingNumbers: null, more: 12 });
  });

  it("takes what is missing in front of the run", () => {
    const late = writer({ firstSeq: 7, lastSeq: 16, firstBatch: 2, lastBatch: 3 });
    expect(judgeGaps(late, found(hole([0, 1], [0, 6])))).toMatchObject({
      ...{ numbers: 0, reason: "missing", missingBatches: 2, missingNumbers: 7 },
    });
    expect(judgeGaps(late, found(hole([1, 1], [null, 6])))).toMatchObject({ missingNumbers: null });
  });
});

describe("mayMiss", () => {
  it("needs numbers left out, a batch without receipt, and all receipts of the run", () => {
    const gap = writer({ lastSeq: 14, lastBatch: 3 });
    expect(mayMiss(gap)).toBe(true);
    expect(mayMiss({ ...gap, lastSeq: 9 })).toBe(false);
    expect(mayMiss({ ...gap, receipts: 4 })).toBe(false);
    expect(mayMiss({ ...gap, ownReceipts: 1 })).toBe(false);
  });
});
