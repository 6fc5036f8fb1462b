import { describe, expect, it } from "vitest";
import { failureState } from "./state";

const now = new Date("2026-11-23T12:00:00Z");
const earlier = new Date(now.getTime() - 1000);
const later = new Date(now.getTime() + 1000);

describe("the state of a failure", () => {
  it.each([
    { acknowledgedAt: null, mutedUntil: null, recovered: false, state: "open" },
    { acknowledgedAt: earlier, mutedUntil: null, recovered: false, state: "acknowledged" },
    { acknowledgedAt: null, mutedUntil: later, recovered: false, state: "muted" },
    { acknowledgedAt: earlier, mutedUntil: later, recovered: false, state: "muted" },
    { acknowledgedAt: null, mutedUntil: earlier, recovered: false, state: "open" },
    { acknowledgedAt: null, mutedUntil: now, recovered: false, state: "open" },
    { acknowledgedAt: earlier, mutedUntil: earlier, recovered: false, state: "acknowledged" },
    { acknowledgedAt: null, mutedUntil: null, recovered: true, state: "recovered" },
    { acknowledgedAt: earlier, mutedUntil: later, recovered: true, state: "recovered" },
  ])("$state", ({ state, recovered, ...failure }) => {
    expect(failureState(failure, recovered, now)).toBe(state);
  });
});
