import { describe, expect, it } from "vitest";
import { gapWords, missingWords, totalWords } from "./ledger-words";

const totals = { events: 1204, batches: 31, writers: 2, refused: 0, longestDelayMs: 12 };
const writer = (numbers: number, missingBatches: number | null, refused = 0) => ({
  writer: "w",
  batches: 2,
  events: 5,
  refused,
  gaps: { numbers, missingBatches },
});

describe("words of the ledger", () => {
  it("add up what came", () => {
    expect(totalWords(totals)).toBe("1,204 events in 31 batches by 2 writers");
    expect(totalWords({ ...totals, events: 1, batches: 1, writers: 1 })).toBe(
      "1 event in 1 batch by 1 writer",
    );
  });

  it("name a loss only where one is known", () => {
    expect(gapWords(writer(0, 0))).toEqual({ lost: false, words: "every number is here" });
    expect(gapWords(writer(3, 1))).toEqual({
      lost: true,
      words: "3 numbers between are not of this run; 1 batch did not arrive",
    });
    expect(gapWords(writer(3, 0)).words).toContain("other runs of the process");
    expect(gapWords(writer(1, 0, 1)).words).toBe(
      "1 number between is not of this run; refused by the server",
    );
    expect(gapWords(writer(3, null))).toMatchObject({ lost: false });
  });

  it("count what is missing against what is stored", () => {
    expect(missingWords(totals, 0)).toBeNull();
    expect(missingWords({ ...totals, events: 10, refused: 2 }, 3)).toBe(
      "10 of 15 events stored, 2 refused by the server, 3 dropped by the client",
    );
  });
});
