import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Sent, sentEvents } from "../testing/arbitrary-events";
import { mergeAttempts } from "./attempt";
import { foldEvent } from "./fold-event";
import { emptyFold, type Folded } from "./folded";
import { compareOrigins } from "./origin";
import { mergeRuns } from "./run-state";

function fold(sent: Sent[]): Folded {
  const folded = emptyFold();
  for (const { event, writer, receivedAt } of sent) foldEvent(folded, event, { writer, receivedAt });
  return folded;
}

/** Joins two folds as the drain joins a fold with the rows that are stored. */
function join(a: Folded, b: Folded): Folded {
  const joined = emptyFold();
  const both = <Value>(
    x: Map<string, Value>,
    y: Map<string, Value>,
    merge: (x: Value, y: Value) => Value,
  ) => {
    const result = new Map(x);
    for (const [key, value] of y) {
      const other = result.get(key);
      result.set(key, other === undefined ? value : merge(other, value));
    }
    return result;
  };
  joined.runs = both(a.runs, b.runs, mergeRuns);
  joined.nodeRuns = both(a.nodeRuns, b.nodeRuns, (x, y) => {
    return { ...x, attempts: mergeAttempts(x.attempts, y.attempts) };
  });
  joined.attributes = both(a.attributes, b.attributes, (x, y) =>
    compareOrigins(x.origin, y.origin) > 0 ? x : y,
  );
  return joined;
}

const cases = sentEvents.chain((sent) =>
  fc.record({
    sent: fc.constant(sent),
    order: fc.shuffledSubarray([...sent, ...sent], { minLength: sent.length * 2 }),
    cut: fc.nat({ max: sent.length * 2 }),
  }),
);

describe("foldEvent", () => {
  it("gives the same result for every order and repetition of events", () => {
    fc.assert(
      fc.property(cases, ({ sent, order }) => {
        expect(fold(order)).toEqual(fold(sent));
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same result however events are spread over batches", () => {
    fc.assert(
      fc.property(cases, ({ sent, order, cut }) => {
        const [early, late] = [fold(order.slice(0, cut)), fold(order.slice(cut))];
        expect(join(early, late)).toEqual(fold(sent));
        expect(join(late, early)).toEqual(fold(sent));
      }),
      { numRuns: 2000 },
    );
  });

  it("completes what was cut off: a prefix and then everything equals everything", () => {
    fc.assert(
      fc.property(cases, ({ sent, cut }) => {
        expect(join(fold(sent.slice(0, cut)), fold(sent))).toEqual(fold(sent));
      }),
      { numRuns: 1000 },
    );
  });

  it("lets a success of a higher attempt win over an earlier failure that arrives late", () => {
    const base = {
      runId: "r",
      node: "a",
      task: "",
      finishedAt: "2026-11-20T10:00:00Z",
      type: "node.finished",
    } as const;
    const arrival = { writer: "w", receivedAt: "2026-11-20T10:00:00.000Z" };
    const folded = emptyFold();
    foldEvent(folded, { ...base, seq: 1, attempt: 1, status: "succeeded" }, arrival);
    foldEvent(folded, { ...base, seq: 0, attempt: 0, status: "failed" }, arrival);
    const [nodeRun] = folded.nodeRuns.values();
    expect(nodeRun?.attempts.map(({ attempt, status }) => [attempt, status])).toEqual([
      [0, "failed"],
      [1, "succeeded"],
    ]);
  });

  it("keeps a bounded list of attempts, the latest ones", () => {
    const base = {
      runId: "r",
      node: "a",
      task: "",
      finishedAt: "2026-11-20T10:00:00Z",
      type: "node.finished",
    } as const;
    const folded = emptyFold();
    for (let attempt = 99; attempt >= 0; attempt--) {
      foldEvent(
        folded,
        { ...base, seq: attempt, attempt, status: "failed" },
        { writer: "w", receivedAt: "2026" },
      );
    }
    const [nodeRun] = folded.nodeRuns.values();
    expect(nodeRun?.attempts.map(({ attempt }) => attempt)).toEqual(
      Array.from({ length: 20 }, (_, i) => 80 + i),
    );
  });
});
