import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LedgerFacts, sumUp } from "./ledger-sum";

const facts = (more: Partial<LedgerFacts>): LedgerFacts => ({
  ...{ stored: 100, refused: 0, dropped: {}, missing: { batches: 0, events: 0 } },
  ...{ waiting: { batches: 0, events: 0 }, setAside: { batches: 0, events: 0 } },
  ...more,
});

describe("sumUp", () => {
  it("is what is stored when nothing else is known", () => {
    expect(sumUp(facts({}))).toMatchObject({ recorded: 100, sent: 100, stored: 100, dropped: 0 });
  });

  it("keeps what the client dropped apart from what it sent", () => {
    const sum = sumUp(facts({ dropped: { buffer_full: 3, event_too_large: 9, shut_down: 0 } }));
    expect(sum).toMatchObject({ recorded: 112, sent: 100, dropped: 12 });
    expect(sum.droppedBy).toEqual([
      { reason: "event_too_large", events: 9 },
      { reason: "buffer_full", events: 3 },
    ]);
  });

  it("counts what both sides know of as refused once", () => {
    const dropped = { rejected_too_small: 2 };
    expect(sumUp(facts({ refused: 3, dropped }))).toMatchObject({ recorded: 103, refused: 3, dropped: 0 });
    expect(sumUp(facts({ dropped }))).toMatchObject({ recorded: 102, refused: 2, droppedBy: [] });
  });

  it("does not miss what the client says that it gave up", () => {
    const dropped = { http_400: 40, buffer_full: 1 };
    expect(sumUp(facts({ dropped, missing: { batches: 1, events: 45 } }))).toMatchObject({
      ...{ recorded: 146, dropped: 41, missing: { batches: 1, events: 5 } },
    });
    expect(sumUp(facts({ dropped, missing: { batches: 1, events: 30 } }))).toMatchObject({
      ...{ recorded: 141, missing: { batches: 1, events: 0 } },
    });
  });

  it("says that it cannot count all when numbers are not known", () => {
    expect(sumUp(facts({ missing: { batches: 4, events: null } }))).toMatchObject({
      ...{ sent: 104, atLeast: true },
    });
  });

  it("adds up, whatever was counted", () => {
    const count = fc.nat(10_000);
    const batches = fc.record({ batches: count, events: count });
    const reason = fc.constantFrom("buffer_full", "http_413", "too_large", "rejected_x", "else");
    fc.assert(
      fc.property(
        fc.record({
          ...{ stored: count, refused: count, waiting: batches, setAside: batches },
          ...{ missing: batches, dropped: fc.dictionary(reason, count) },
        }),
        (given) => {
          const sum = sumUp(given);
          const parts = sum.stored + sum.refused + sum.waiting.events + sum.setAside.events;
          expect(sum.sent).toBe(parts + sum.missing.events);
          expect(sum.recorded).toBe(sum.sent + sum.dropped);
          expect(sum.droppedBy.reduce((all, { events }) => all + events, 0)).toBe(sum.dropped);
        },
      ),
    );
  });
});
