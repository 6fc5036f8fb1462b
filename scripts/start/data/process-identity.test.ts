import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { identifyProcess, isRunning } from "./process-identity";

test("recognises a process while it runs, and no longer", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const identity = await identifyProcess(child.pid ?? 0);
  if (!identity) throw new Error("the child was not found");
  expect(await isRunning(identity)).toBe(true);
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
  expect(await isRunning(identity)).toBe(false);
});

test("does not take another process for one with the same id", async () => {
  const own = await identifyProcess(process.pid);
  expect(own).not.toBeNull();
  expect(await isRunning({ pid: process.pid, started: `${own?.started}0` })).toBe(false);
});

test("gives nothing for an id that no process has", async () => {
  expect(await identifyProcess(2 ** 22 + 1)).toBeNull();
});
