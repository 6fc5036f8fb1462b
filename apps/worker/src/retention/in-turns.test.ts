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

test("one that fails does not keep the others from their turn, and is reported", async () => {
  const done: string[] = [];
  const turns = inTurns({
    items: ["broken", "sound"],
    signal: new AbortController().signal,
    work: async (item) => {
      if (item === "broken") throw new Error("cannot be read");
      done.push(item);
      return done.length < 3;
    },
  });
  await expect(turns).rejects.toThrow("1 of 2 failed");
  expect(done).toEqual(["sound", "sound", "sound"]);
});
