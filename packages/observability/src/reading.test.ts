import { expect, it, vi } from "vitest";
import { createReading } from "./reading";

const times = { freshMs: 1000, patienceMs: 20, onError: () => {} };

it("never reads twice at once, and has for the next what came too late for the last", async () => {
  let finish = (_: string) => {};
  const read = vi.fn(() => new Promise<string>((resolve) => (finish = resolve)));
  const reading = createReading({ read, ...times });
  expect(await reading()).toBeNull();
  expect(await reading()).toBeNull();
  expect(read).toHaveBeenCalledTimes(1);
  finish("late");
  expect(await reading()).toBe("late");
  expect(read).toHaveBeenCalledTimes(1);
});

it("reads again when the answer is not fresh any more, a failure too", async () => {
  const answers = [new Error("away"), "back"];
  const read = vi.fn(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const reading = createReading({ read, ...times, freshMs: 0 });
  expect(await reading()).toBeNull();
  expect(await reading()).toBe("back");
});
