import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { readRun, readRuns } from "../product/api";
import { signIn } from "../product/sign-in";
import type { Product } from "../product/start-product";
import { test } from "../product/test";
import { createUserProject } from "../product/user-project";

const NODES = 400;

/** 400 steps over a few seconds, so that there is a middle to kill the worker in. */
const longRun = (pipeline: string) => `
import { trackRun } from "@heddle/sdk";

await trackRun("${pipeline}", async (run) => {
  for (let step = 0; step < ${NODES}; step++) {
    await run.node(\`step_\${step}\`, {}, async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return Array.from({ length: 50 }, (_, i) => i * step);
    });
  }
});
`;

async function workerPid(product: Product): Promise<number> {
  const ledger = await readFile(path.join(product.dataDir, "processes.json"), "utf8");
  const worker = (JSON.parse(ledger) as { name: string; pid: number }[]).find(
    ({ name }) => name === "worker",
  );
  if (!worker) throw new Error(`No worker is running: ${ledger}`);
  return worker.pid;
}

test("kill -9 of the worker loses nothing and stores nothing twice", async ({ page, product }, info) => {
  const pipeline = `many_steps_${info.repeatEachIndex}`;
  await signIn(page, product, "/home/main/runs");
  const user = await createUserProject(product.url);
  try {
    const running = user.run(longRun(pipeline), {
      HEDDLE_URL: product.url,
      HEDDLE_API_KEY: product.apiKey,
    });
    const row = page.getByRole("row").filter({ hasText: pipeline });
    await expect(row).toBeVisible();
    const killed = await workerPid(product);
    process.kill(killed, "SIGKILL");
    expect(await running).toMatchObject({ code: 0 });

    // The dead worker's transaction may hold its batches for a moment while later ones are stored.
    const summary = async () => (await readRuns(product, pipeline))[0];
    const nodes = { total: NODES, succeeded: NODES, failed: 0, running: 0, skipped: 0 };
    await expect.poll(summary, { timeout: 45_000 }).toMatchObject({ status: "succeeded", nodes });
    const names = await nodeNames(product, (await summary())?.id ?? "");
    expect(names).toHaveLength(NODES);
    expect(new Set(names).size).toBe(NODES);
    expect(await workerPid(product)).not.toBe(killed);
    await expect(row).toContainText(String(NODES));
  } finally {
    await user.remove();
  }
});

async function nodeNames(product: Product, id: string): Promise<string[]> {
  const names: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await readRun(product, id, cursor);
    names.push(...page.nodeRuns.map(({ node }) => node));
    cursor = page.nextCursor;
  }
  return names;
}
