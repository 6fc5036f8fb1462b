import { expect, it } from "vitest";
import { FairQueue } from "./fair-queue";

it("serves projects in turn, each in its own order", () => {
  const queue = new FairQueue<string>();
  for (const item of ["a1", "a2", "a3", "b1", "c1", "b2"]) queue.add(item.charAt(0), item);
  const taken = Array.from({ length: 4 }, () => queue.take());
  queue.add("c", "c2");
  while (taken.at(-1) !== undefined) taken.push(queue.take());
  expect(taken).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "c2", undefined]);
});
