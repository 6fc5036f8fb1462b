import { describe, expect, it } from "vitest";
import { backoff } from "./backoff";
import { classify } from "./outcome";

const now = Date.parse("2026-11-23T10:00:00Z");
const outcome = (status: number, retryAfter: string | null = null) =>
  classify({ kind: "reply", status, retryAfter, body: "" }, now);

describe("classify", () => {
  it.each([
    [200, "ok"],
    [202, "ok"],
    [301, "fatal"],
    [400, "fatal"],
    [401, "fatal"],
    [404, "fatal"],
    [408, "retry"],
    [409, "fatal"],
    [413, "too-large"],
    [425, "retry"],
    [429, "retry"],
    [500, "retry"],
    [503, "retry"],
  ])("takes %i for %s", (status, kind) => expect(outcome(status).kind).toBe(kind));

  it("takes no answer for one to wait for", () => {
    const trouble = "could not be reached (ECONNREFUSED)";
    const none = classify({ kind: "none", reason: "ECONNREFUSED" }, now);
    expect(none).toEqual({ kind: "retry", trouble, afterMs: null });
  });

  it.each([
    ["7", 7000],
    ["Mon, 23 Nov 2026 10:00:30 GMT", 30_000],
    ["Mon, 23 Nov 2026 09:00:00 GMT", 0],
    ["86400", 300_000],
    ["soon", null],
    ["", null],
  ])("reads Retry-After: %s", (header, afterMs) => expect(outcome(429, header)).toMatchObject({ afterMs }));
});

describe("backoff", () => {
  it("waits as long as the server asks, even in a hurry", () => {
    expect([backoff(0, 7000, false), backoff(9, 1000, true)]).toEqual([7000, 1000]);
  });

  it("doubles up to half a minute, with jitter", () => {
    for (const [attempt, full] of [
      [0, 500],
      [1, 1000],
      [3, 4000],
      [9, 30_000],
      [500, 30_000],
    ] as const) {
      const wait = backoff(attempt, null, false);
      expect(wait).toBeGreaterThanOrEqual(full / 2);
      expect(wait).toBeLessThanOrEqual(full);
    }
    expect(backoff(5, null, true)).toBeLessThanOrEqual(300);
  });
});
