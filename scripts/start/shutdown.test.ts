import { expect, test, vi } from "vitest";
import { Shutdown } from "./shutdown";

test("closes in reverse order, once", async () => {
  const closed: string[] = [];
  const shutdown = new Shutdown();
  for (const name of ["lock", "database", "web"]) shutdown.defer(name, 1000, async () => closed.push(name));
  expect(shutdown.begun).toBe(false);
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(shutdown.begun).toBe(true);
  expect(closed).toEqual(["web", "database", "lock"]);
});

test("goes on after a part that fails and one that hangs", async () => {
  const complain = vi.spyOn(console, "error").mockImplementation(() => {});
  const closed: string[] = [];
  const shutdown = new Shutdown();
  shutdown.defer("lock", 1000, async () => closed.push("lock"));
  shutdown.defer("database", 20, () => new Promise(() => {}));
  shutdown.defer("web", 1000, () => Promise.reject(new Error("refused")));
  await shutdown.run();
  expect(closed).toEqual(["lock"]);
  expect(complain.mock.calls.flat().join()).toMatch(/refused.*database did not stop within 0.02 s/);
});
