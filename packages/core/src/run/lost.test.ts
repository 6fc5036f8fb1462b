import { expect, test } from "vitest";
import { shownStatus, silentBefore } from "./lost";

const now = new Date("2026-11-23T10:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const run = { status: "running", heartbeatSeconds: 15, lastSeenAt: ago(61) };

test("a run that promised signs of life is lost after a minute of silence", () => {
  const before = silentBefore({ now, ingestUpSince: ago(1000), knownUntil: now });
  expect(shownStatus(run, before)).toBe("lost");
  expect(shownStatus({ ...run, lastSeenAt: ago(60) }, before)).toBe("running");
});

test.each(["succeeded", "failed", "cancelled"])("a run that %s stays that, however long ago", (status) => {
  expect(shownStatus({ ...run, status }, now)).toBe(status);
});

test("a client that promised nothing is never lost", () => {
  expect(shownStatus({ ...run, heartbeatSeconds: null }, now)).toBe("running");
});

test("nothing is judged soon after telemetry could not reach us", () => {
  expect(silentBefore({ now, ingestUpSince: ago(89), knownUntil: now })).toBeNull();
  expect(silentBefore({ now, ingestUpSince: ago(90), knownUntil: now })).toEqual(ago(60));
  expect(shownStatus({ ...run, lastSeenAt: ago(10_000) }, null)).toBe("running");
});

test("silence is measured up to what is stored", () => {
  const before = silentBefore({ now, ingestUpSince: ago(1000), knownUntil: ago(30) });
  expect(before).toEqual(ago(90));
  expect(shownStatus({ ...run, lastSeenAt: ago(90) }, before)).toBe("running");
  expect(shownStatus({ ...run, lastSeenAt: ago(91) }, before)).toBe("lost");
  const skewed = silentBefore({ now, ingestUpSince: ago(1000), knownUntil: ago(-5) });
  expect(skewed).toEqual(ago(60));
});
