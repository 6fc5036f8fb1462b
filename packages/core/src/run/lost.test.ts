import { expect, test } from "vitest";
import { shownStatus, silentBefore } from "./lost";

const now = new Date("2026-11-23T10:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const run = { status: "running", heartbeatSeconds: 15, lastSeenAt: ago(61) };

test("a run that promised signs of life is lost after a minute of silence", () => {
  const before = silentBefore({ now, ingestUpSince: ago(1000), undrained: false });
  expect(shownStatus(run, before)).toBe("lost");
  expect(shownStatus({ ...run, lastSeenAt: ago(60) }, before)).toBe("running");
});

test.each(["succeeded", "failed", "cancelled"])("a run that %s stays that, however long ago", (status) => {
  expect(shownStatus({ ...run, status }, now)).toBe(status);
});

test("a client that promised nothing is never lost", () => {
  expect(shownStatus({ ...run, heartbeatSeconds: null }, now)).toBe("running");
});

test("nothing is judged while batches wait or soon after telemetry could not reach us", () => {
  expect(silentBefore({ now, ingestUpSince: ago(1000), undrained: true })).toBeNull();
  expect(silentBefore({ now, ingestUpSince: ago(89), undrained: false })).toBeNull();
  expect(silentBefore({ now, ingestUpSince: ago(90), undrained: false })).toEqual(ago(60));
  expect(shownStatus({ ...run, lastSeenAt: ago(10_000) }, null)).toBe("running");
});
