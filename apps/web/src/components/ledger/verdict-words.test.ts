import { describe, expect, it } from "vitest";
import { accountRows } from "./account-rows";
import { brokenWriter, sampleLedger, sampleWriter } from "./sample-ledger";
import { ledgerVerdict } from "./verdict-words";

const missing = { batches: 2, events: 45 };

describe("ledgerVerdict", () => {
  it("says that all is here only when nothing is known to be missing", () => {
    expect(ledgerVerdict(sampleLedger())).toEqual({
      ...{ tone: "good", title: "Everything that was sent is here.", more: [] },
    });
    expect(ledgerVerdict(sampleLedger({ ended: false }))).toMatchObject({ tone: "open" });
    const old = sampleLedger({ writers: [sampleWriter({ numbers: 4, reason: "unknown" })] });
    expect(ledgerVerdict(old).title).toContain("can no longer be told");
  });

  it("names the gap of one writer, and counts those of several", () => {
    const broken = brokenWriter();
    expect(ledgerVerdict(sampleLedger({ writers: [broken], sum: { missing } })).title).toBe(
      "2 batches of writer …a8f7a10 are missing (batches 2 to 3, numbers 120 to 164).",
    );
    const two = ledgerVerdict(sampleLedger({ writers: [broken, broken], sum: { missing } }));
    expect(two.title).toBe("2 batches of 2 writers are missing.");
    const many = { ...broken, gaps: { ...broken.gaps, more: 3 } };
    expect(ledgerVerdict(sampleLedger({ writers: [many], sum: { missing } })).title).toBe(
      "2 batches of writer …a8f7a10 are missing.",
    );
  });

  it("does not alarm for signs of life, nor twice for what the client gave up", () => {
    const signs = sampleWriter({ numbers: 2, reason: "missing", missingBatches: 2, missingNumbers: 2 });
    const one = { batches: 2, events: 2 };
    expect(ledgerVerdict(sampleLedger({ writers: [signs], sum: { missing: one } })).tone).toBe("open");
    const given = { missing: { batches: 2, events: 0 }, dropped: 45 };
    expect(ledgerVerdict(sampleLedger({ writers: [brokenWriter()], sum: given }))).toMatchObject({
      ...{ tone: "warning", title: "45 events were dropped by the client.", more: [] },
    });
  });

  it("puts a defect of ours first, and what only waits last", () => {
    const waiting = { batches: 1, events: 9 };
    const sum = { refused: 3, dropped: 1, waiting, setAside: waiting };
    const { tone, title, more } = ledgerVerdict(sampleLedger({ storedAgain: 1, sum }));
    expect([tone, title]).toEqual(["defect", expect.stringContaining("stored more than once")]);
    expect(more).toEqual([
      "1 batch could not be stored and is set aside.",
      "3 events were rejected.",
      "1 event was dropped by the client.",
      "1 batch with 9 events waits to be stored.",
    ]);
  });
});

describe("accountRows", () => {
  const figures = (ledger = sampleLedger()) =>
    accountRows(ledger).map(({ key, events, batches }) => [key, events, batches]);

  it("shows what is nought, and only then what waits, is set aside or a defect", () => {
    expect(figures()).toEqual([
      ["recorded", 100, null],
      ["dropped", 0, null],
      ["sent", 100, null],
      ["stored", 100, 4],
      ["rejected", 0, null],
      ["missing", 0, 0],
      ["duplicates", 0, 0],
    ]);
    const sum = { waiting: { batches: 1, events: 9 }, setAside: { batches: 2, events: 8 } };
    expect(figures(sampleLedger({ storedAgain: 3, sum })).filter(([, , batches]) => batches)).toEqual([
      ["stored", 100, 4],
      ["waiting", 9, 1],
      ["aside", 8, 2],
      ["again", null, 3],
    ]);
  });

  it("says how often batches came again, and where sums are not whole", () => {
    const repeated = { batches: 2, times: 5, events: 80 };
    const rows = accountRows(sampleLedger({ repeated, sum: { atLeast: true } }));
    expect(rows.find(({ key }) => key === "duplicates")?.words).toContain("5 times in all");
    expect(rows.filter(({ atLeast }) => atLeast).map(({ key }) => key)).toEqual([
      ...["recorded", "sent", "missing"],
    ]);
  });
});
