import { describe, expect, it } from "vitest";
import { dropWords } from "./drop-words";
import { causeWords, gapWords, holeWords, totalWords } from "./ledger-words";
import { brokenWriter, sampleLedger, sampleWriter } from "./sample-ledger";

const totals = { events: 1204, batches: 31, writers: 2, longestDelayMs: 12 };

describe("words of the ledger", () => {
  it("add up what came", () => {
    expect(totalWords(totals)).toBe("1,204 events in 31 batches by 2 writers");
    expect(totalWords({ ...totals, events: 1, batches: 1, writers: 1 })).toBe(
      "1 event in 1 batch by 1 writer",
    );
  });

  it("name batches and numbers that did not arrive", () => {
    const hole = { firstBatch: 2, lastBatch: 3, firstSeq: 1120, lastSeq: 1164, numbers: 45 };
    expect(holeWords(hole)).toBe("batches 2 to 3, numbers 1,120 to 1,164");
    expect(holeWords({ ...hole, lastBatch: 2, lastSeq: 1120 })).toBe("batch 2, number 1,120");
    expect(holeWords({ ...hole, firstSeq: null, numbers: null })).toBe("batches 2 to 3, numbers up to 1,164");
  });

  it("name a loss only where one is known", () => {
    expect(gapWords(sampleWriter())).toEqual({ lost: false, words: "every number is here" });
    expect(gapWords(brokenWriter())).toEqual({
      lost: true,
      words: "2 batches with 45 events did not arrive",
    });
    const of = (reason: "other_runs" | "refused" | "held" | "unknown") =>
      gapWords({ ...sampleWriter({ numbers: 3, reason }), refused: 3 });
    expect(of("other_runs").words).toContain("other runs of the process");
    expect(of("refused").words).toBe("3 numbers between are not of this run; 3 refused by the server");
    expect(of("held").words).toContain("not stored");
    expect(of("unknown")).toMatchObject({ lost: false });
  });

  it("say what most probably became of what is missing", () => {
    const writer = brokenWriter();
    const ledger = sampleLedger({ sum: { missing: { batches: 2, events: 45 } } });
    expect(causeWords(sampleWriter(), ledger)).toBe("");
    expect(causeWords(writer, ledger)).toMatch(/^Most likely lost/);
    expect(causeWords(writer, { ...ledger, ended: false })).toMatch(/^They may still be on the way/);
    expect(causeWords(writer, sampleLedger())).toMatch(/^The client gave them up/);
    const signs = { gaps: { ...writer.gaps, missingNumbers: 2 } };
    expect(causeWords(signs, ledger)).toContain("signs of life");
  });

  it("know the client's reasons, and invent none", () => {
    expect(dropWords("buffer_full")).toContain("buffer was full");
    expect(dropWords("http_401")).toContain("API key");
    expect(dropWords("http_418")).toBe("The server refused the batch with HTTP 418.");
    expect(dropWords("rejected_too_small")).toBe("The server refused the event.");
    expect(dropWords("toString")).toBeNull();
    expect(dropWords("sampling")).toBeNull();
  });
});
