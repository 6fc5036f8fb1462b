import { expect, test } from "vitest";
import { Throttle } from "./throttle";

function throttle(limit: number, maxNames = 100) {
  const clock = { now: 0 };
  return { clock, it: new Throttle({ limit, windowMs: 1000, maxNames, now: () => clock.now }) };
}

test("allows a name so many attempts in a window, and again after it", () => {
  const { clock, it } = throttle(2);
  expect([it.take("a"), it.take("a"), it.take("a")]).toEqual([true, true, false]);
  expect(it.take("b")).toBe(true);
  clock.now = 999;
  expect(it.take("a")).toBe(false);
  clock.now = 1000;
  expect(it.take("a")).toBe(true);
});

test("gives the attempts back to who proved to be right", () => {
  const { it } = throttle(1);
  it.take("a");
  it.forgive("a");
  expect(it.take("a")).toBe(true);
});

test("remembers a bounded number of names, the newest", () => {
  const { it } = throttle(1, 2);
  for (const name of ["a", "b", "c"]) it.take(name);
  expect(it.take("c")).toBe(false);
  expect(it.take("b")).toBe(false);
  expect(it.take("a")).toBe(true);
});
