import { expect, test } from "vitest";
import { inTurns } from "./in-turns";

test("a large thing does not keep small ones waiting", async () => {
  const left = new Map([
    ["large", 3],
    ["small", 1],
  ]);
  const done: string[] = [];
  await inTurns({
    items: [...left.keys()],
    signal: new AbortController().signal,
    work: async (item) => {
      done.push(item);
      left.set(item, (left.get(item) ?? 0) - 1);
      return (left.get(item) ?? 0) > 0;
    },
  });
  expect(done).toEqual(["large", "small", "large", "large"]);
});

test("it stops after the piece of work at hand", async () => {
  const stop = new AbortController();
  let pieces = 0;
  await inTurns({
    items: [1, 2],
    signal: stop.signal,
    work: async () => {
      if (++pieces === 3) stop.abort();
      return true;
    },
  });
  expect(pieces).toBe(3);
});
