import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "./lock";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "heddle-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a folder in use is refused, with the process and port that use it", async () => {
  const unlock = await lockFolder(folder, 8241);
  await expect(lockFolder(folder, 9000)).rejects.toThrow(`process ${process.pid}, port 8241`);
  await unlock();
  const again = await lockFolder(folder, 9000);
  await again();
});

test("a lock whose owner has died, or whose id another process has now, is taken over", async () => {
  const file = path.join(folder, "lock.json");
  for (const owner of [
    { pid: 2 ** 22 + 1, started: "x" },
    { pid: process.pid, started: "earlier" },
  ]) {
    await writeFile(file, JSON.stringify({ ...owner, port: 1 }));
    const unlock = await lockFolder(folder, 8241);
    expect(JSON.parse(await readFile(file, "utf8")).port).toBe(8241);
    await unlock();
  }
});

test("a lock file that was cut short is taken over", async () => {
  await writeFile(path.join(folder, "lock.json"), '{"pid":');
  const unlock = await lockFolder(folder, 8241);
  await unlock();
});
