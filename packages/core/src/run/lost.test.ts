import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownStatus, silenceAt } from "./lost";

const now = new Date("2026-11-23T10:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const run = { status: "running", pipelineId: "p", heartbeatSeconds: 15, lastSeenAt: ago(61) };
const longUp = { now, ingestUpSince: ago(10_000_000), knownUntil: now };
const HOUR = 3600;

describe("a run that promised signs of life", () => {
  test("is lost after a minute of silence", () => {
    const silence = silenceAt(longUp);
    expect(shownStatus(run, silence)).toBe("lost");
    expect(shownStatus({ ...run, lastSeenAt: ago(60) }, silence)).toBe("running");
  });

  test("is lost as soon when its pipeline is slow", () => {
    expect(shownStatus(run, silenceAt(longUp, new Map([["p", 9 * HOUR * 1000]])))).toBe("lost");
  });
});

describe("a run that promised none", () => {
  const quiet = { ...run, heartbeatSeconds: null };

  test("is silent after six hours, and never lost", () => {
    const silence = silenceAt(longUp);
    expect(shownStatus({ ...quiet, lastSeenAt: ago(6 * HOUR) }, silence)).toBe("running");
    expect(shownStatus({ ...quiet, lastSeenAt: ago(6 * HOUR + 1) }, silence)).toBe("silent");
    expect(shownStatus({ ...quiet, lastSeenAt: ago(6 * HOUR + 1), pipelineId: null }, silence)).toBe(
      "silent",
    );
  });

  test("is silent after three times what its pipeline usually takes, if that is longer", () => {
    const silence = silenceAt(
      longUp,
      new Map([
        ["p", 3 * HOUR * 1000],
        ["quick", 1000],
      ]),
    );
    const after = (seconds: number, pipelineId = "p") =>
      shownStatus({ ...quiet, pipelineId, lastSeenAt: ago(seconds) }, silence);
    expect([after(9 * HOUR), after(9 * HOUR + 1)]).toEqual(["running", "silent"]);
    expect([after(6 * HOUR, "quick"), after(6 * HOUR + 1, "quick")]).toEqual(["running", "silent"]);
    expect(after(6 * HOUR + 1, "other")).toBe("silent");
  });
});

test.each(["succeeded", "failed", "cancelled"])("a run that %s stays that, however long ago", (status) => {
  const silence = silenceAt(longUp);
  const lastSeenAt = ago(9_000_000);
  expect(shownStatus({ ...run, status, lastSeenAt }, silence)).toBe(status);
  expect(shownStatus({ ...run, status, lastSeenAt, heartbeatSeconds: null }, silence)).toBe(status);
});

test("nothing is judged soon after telemetry could not reach us", () => {
  expect(silenceAt({ now, ingestUpSince: ago(89), knownUntil: now })).toBeNull();
  expect(silenceAt({ now, ingestUpSince: ago(90), knownUntil: now })).toMatchObject({ lostBefore: ago(60) });
  const long = { ...run, lastSeenAt: ago(10_000_000) };
  expect(shownStatus(long, null)).toBe("running");
  expect(shownStatus({ ...long, heartbeatSeconds: null }, null)).toBe("running");
});

test("silence is measured up to what is stored", () => {
  const silence = silenceAt({ ...longUp, knownUntil: ago(30) });
  expect(silence).toMatchObject({ lostBefore: ago(90), silentBefore: ago(6 * HOUR + 30) });
  expect(shownStatus({ ...run, lastSeenAt: ago(90) }, silence)).toBe("running");
  expect(shownStatus({ ...run, lastSeenAt: ago(91) }, silence)).toBe("lost");
  expect(silenceAt({ ...longUp, knownUntil: ago(-5) })).toMatchObject({ lostBefore: ago(60) });
});

test("a later sign of life never makes a run look worse", () => {
  const rank = { running: 0, lost: 1, silent: 1 } as Record<string, number>;
  fc.assert(
    fc.property(
      fc.nat(200_000),
      fc.nat(200_000),
      fc.constantFrom(15, null),
      fc.nat(20),
      (early, later, heartbeatSeconds, usualHours) => {
        const silence = silenceAt(longUp, new Map([["p", usualHours * HOUR * 1000]]));
        const shown = (seconds: number) =>
          rank[shownStatus({ ...run, heartbeatSeconds, lastSeenAt: ago(seconds) }, silence)] ?? 9;
        expect(shown(Math.min(early, later))).toBeLessThanOrEqual(shown(Math.max(early, later)));
      },
    ),
  );
});
