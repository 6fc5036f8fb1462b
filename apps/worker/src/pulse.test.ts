import { expect, it } from "vitest";
import { Pulse } from "./pulse";

it("wants a new process when the sign of life hangs, not when the database refuses it", async () => {
  let now = 0;
  const pulse = new Pulse(() => now);
  now = 89_000;
  expect(pulse.problem()).toBeNull();
  await expect(pulse.watch(Promise.reject(new Error("away")))).rejects.toThrow("away");
  now = 178_000;
  expect(pulse.problem()).toBeNull();
  void pulse.watch(new Promise(() => {}));
  now = 180_000;
  expect(pulse.problem()).toBe("The sign of life has hung for 91 s: start this process again.");
});
