import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DELIVERY_ATTEMPTS, LEASE_MS, nextStep } from "./next-step";

const NOW = new Date("2026-11-23T11:00:00Z");
const later = { kind: "later", message: "The far end answered 503." } as const;

describe("nextStep", () => {
  it("is done when the message was taken", () =>
    expect(nextStep({ kind: "sent", status: 200 }, 3, NOW)).toEqual({ status: "sent", sentAt: NOW }));

  it("gives up at once on a refusal, with reason and remedy", () =>
    expect(nextStep({ kind: "refused", message: "Gone (410).", fix: "Make a new one." }, 1, NOW)).toEqual({
      status: "failed",
      lastError: "Gone (410). Make a new one.",
    }));

  it("tries again soon at first, then ever later, and gives up in the end", () => {
    const waits: number[] = [];
    for (let attempt = 1; attempt < DELIVERY_ATTEMPTS; attempt++) {
      const step = nextStep(later, attempt, NOW);
      if (step.status !== "pending") throw new Error(`attempt ${attempt} was the last`);
      waits.push(step.notBefore.getTime() - NOW.getTime());
    }
    expect(waits[0]).toBe(1000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(nextStep(later, DELIVERY_ATTEMPTS, NOW)).toEqual({
      status: "failed",
      lastError: `The far end answered 503. Given up after ${DELIVERY_ATTEMPTS} attempts.`,
    });
  });

  it("never comes back before it was asked to", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: DELIVERY_ATTEMPTS - 1 }),
        fc.nat(3_600_000),
        (attempt, afterMs) => {
          const step = nextStep({ ...later, afterMs }, attempt, NOW);
          expect(step.status === "pending" && step.notBefore.getTime()).toBeGreaterThanOrEqual(
            NOW.getTime() + afterMs,
          );
        },
      ),
    );
  });

  it("leases an attempt for longer than the call and its marking take", () =>
    expect(LEASE_MS).toBeGreaterThan(10_000 + 7000));
});
