import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { isAlive, processIds } from "../product/processes";
import { makeDataDir, startProduct } from "../product/start-product";

const root = path.join(import.meta.dirname, "../..");

async function runStart(args: string[]): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.execPath, ["scripts/start.mjs", ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, "close");
  return { code, errors };
}

const health = async (url: string) => (await fetch(`${url}/api/health`)).status;
const alive = (pids: Record<string, number>) => Object.values(pids).map(isAlive);

let stop = async () => {};
let dataDir: string;

test.beforeAll(async () => {
  dataDir = await makeDataDir();
});
test.afterAll(async () => {
  await stop();
  await rm(dataDir, { recursive: true });
});

test("one instance, from its start through crashes to its end", async () => {
  test.setTimeout(180_000);
  const first = await startProduct(dataDir, ["--no-demo"]);
  stop = first.stop;
  const { port } = new URL(first.product.url);

  await test.step("its port and its folder are refused to others, with a sentence", async () => {
    const busy = await runStart(["--port", port, "--data-dir", `${dataDir}-other`]);
    expect(busy).toEqual({ code: 1, errors: expect.stringContaining("--port") });
    const locked = await runStart(["--port", String(Number(port) + 1), "--data-dir", dataDir]);
    expect(locked.code).toBe(1);
    expect(locked.errors).toContain(`process ${first.product.pid}, port ${port}`);
    expect(busy.errors + locked.errors).not.toContain("    at ");
  });

  await test.step("a worker that is killed is started again", async () => {
    const { worker } = await processIds(dataDir);
    process.kill(worker ?? 0, "SIGKILL");
    const other = async () => (await processIds(dataDir)).worker ?? worker;
    await expect.poll(other, { timeout: 30_000 }).not.toBe(worker);
    expect(await health(first.product.url)).toBe(200);
  });

  await test.step("what a killed supervisor left is ended by the next start, the database taken over", async () => {
    const before = await processIds(dataDir);
    process.kill(first.product.pid, "SIGKILL");
    const second = await startProduct(dataDir);
    stop = second.stop;
    const after = await processIds(dataDir);
    expect([isAlive(before.web), isAlive(before.worker)]).toEqual([false, false]);
    expect(after.database).toBe(before.database);
    expect(second.product.apiKey).toBe(first.product.apiKey);
    expect(await health(second.product.url)).toBe(200);
    await second.stop();
    // The system takes a moment to take a process that has ended off its list.
    await expect.poll(() => alive(after)).toEqual([false, false, false]);
  });
});
