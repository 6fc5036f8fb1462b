import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ProcessLedger, signalGroup } from "./orphans";

let folder: string;
let child: ChildProcess;
let exited: Promise<unknown>;
let pid: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "heddle-orphans-"));
  child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true });
  exited = once(child, "exit");
  pid = child.pid ?? 0;
});
afterEach(async () => {
  signalGroup(pid, "SIGKILL");
  await exited;
  await rm(folder, { recursive: true });
});

test("ends what an earlier instance recorded", async () => {
  await new ProcessLedger(folder).add("web", pid);
  expect(await new ProcessLedger(folder).endOrphans()).toBe(1);
  expect(await exited).toEqual([null, "SIGTERM"]);
  expect(await new ProcessLedger(folder).endOrphans()).toBe(0);
});

test("leaves alone what was removed, and a process that has the id of an earlier one", async () => {
  const ledger = new ProcessLedger(folder);
  await ledger.add("web", pid);
  await ledger.remove(pid);
  expect(await new ProcessLedger(folder).endOrphans()).toBe(0);
  await writeFile(path.join(folder, "processes.json"), JSON.stringify([{ pid, started: "another time" }]));
  expect(await new ProcessLedger(folder).endOrphans()).toBe(0);
  expect(child.exitCode).toBeNull();
  expect(child.signalCode).toBeNull();
});
