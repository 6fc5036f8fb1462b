import { expect, test } from "vitest";
import { TokenBuckets } from "./token-buckets";

function buckets(perMinute: number, burst: number, maxNames = 100) {
  const clock = { now: 0 };
  return { clock, it: new TokenBuckets({ perMinute, burst, maxNames, now: () => clock.now }) };
}

test("takes a burst, then one as often as the rate says", () => {
  const { clock, it } = buckets(60, 3);
  expect([1, 2, 3, 4].map(() => it.take("a"))).toEqual([0, 0, 0, 1000]);
  clock.now = 400;
  expect(it.take("a")).toBe(600);
  clock.now = 1000;
  expect([it.take("a"), it.take("a")]).toEqual([0, 1000]);
});

test("whoever waits as long as they were told gets through, at any rate", () => {
  for (const perMinute of [1, 7, 59, 61, 999, 6000]) {
    const { clock, it } = buckets(perMinute, 1);
    for (let i = 0; i < 200; i++) {
      clock.now += it.waitFor("a");
      expect(it.take("a"), `${perMinute} a minute, the ${i}th`).toBe(0);
    }
    expect(clock.now).toBeGreaterThanOrEqual((199 * 60_000) / perMinute - 1);
  }
});

test("a pause fills the bucket up to the burst and no further", () => {
  const { clock, it } = buckets(60, 2);
  it.take("a");
  clock.now = 3_600_000;
  expect([it.take("a"), it.take("a"), it.take("a")]).toEqual([0, 0, 1000]);
});

test("names do not share, and a clock set back takes nothing away", () => {
  const { clock, it } = buckets(60, 1);
  expect([it.take("a"), it.take("b"), it.take("a")]).toEqual([0, 0, 1000]);
  clock.now = -5000;
  expect(it.waitFor("a")).toBe(1000);
});

test("remembers a bounded number of names, the last used", () => {
  const { it } = buckets(1, 1, 2);
  for (const name of ["a", "b", "a", "c"]) it.take(name);
  expect(["a", "b", "c"].map((name) => it.has(name))).toEqual([true, false, true]);
  expect(it.take("a")).toBeGreaterThan(0);
});
