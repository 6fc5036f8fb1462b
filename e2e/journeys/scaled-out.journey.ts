import type { RunPage } from "@heddle/contract";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { readRuns } from "../product/api";
import { signIn } from "../product/sign-in";
import { NODES, sendRun, startPipeline, startSenders } from "../scaled/load";
import { findNginx } from "../scaled/nginx";
import { type Scaled, startScaled } from "../scaled/start-scaled";
import { startVisitor, watchProblems } from "../scaled/visitor";

const [WEBS, WORKERS] = [3, 2];
const RUNS = "/home/main/runs";
const nginx = findNginx();

test.describe("several processes behind nginx", () => {
  test.describe.configure({ mode: "serial" });
  test.skip(nginx === null, "There is no nginx.");
  test.setTimeout(600_000);

  let scaled: Scaled;
  test.beforeAll(async () => {
    if (!nginx) return;
    scaled = await startScaled(nginx, WEBS, WORKERS);
    // Who opens an empty project is led to its first run.
    await sendRun(scaled.url, scaled.apiKey, "first");
    await expect.poll(() => stored("first"), { timeout: 60_000 }).toBe(1);
  });
  test.afterAll(async () => {
    await scaled?.stop();
  });

  /** A signed-in page on this address, which may be that of one of the web processes. */
  async function open(browser: Browser, url: string): Promise<Page> {
    const page = await browser.newPage();
    await signIn(page, scaled, `${scaled.url}${RUNS}`);
    // Cookies are for a host, whatever its port.
    if (url !== scaled.url) await page.goto(`${url}${RUNS}`);
    return page;
  }

  const row = (page: Page, runId: string) => page.locator(`[data-run="${runId}"]`);

  test("a run that any web takes and any worker stores shows live on every web", async ({ browser }) => {
    const pages: Page[] = [];
    for (const web of scaled.webs) pages.push(await open(browser, web.url));
    const problems = pages.map(watchProblems);
    for (const idle of scaled.workers) {
      expect(await idle.end("SIGTERM")).toBe(0);
      for (const web of scaled.webs) {
        const runId = await sendRun(web.url, scaled.apiKey, "live");
        for (const page of pages) await expect(row(page, runId)).toBeVisible();
      }
      await idle.start();
    }
    expect(problems.flat()).toEqual([]);
    for (const page of pages) await page.close();
  });

  test("viewers catch up after Redis was away with all its data, and nothing is lost", async ({
    browser,
  }) => {
    const page = await open(browser, scaled.url);
    const problems = watchProblems(page);
    await expect(row(page, await sendRun(scaled.url, scaled.apiKey, "redis"))).toBeVisible();
    const port = Number(new URL(scaled.redis.url).port);
    await scaled.redis.stop();
    const meanwhile = await sendRun(scaled.url, scaled.apiKey, "redis");
    await expect.poll(async () => (await readRuns(scaled, "redis")).length, { timeout: 60_000 }).toBe(2);
    await scaled.restartRedis(port);
    await expect(row(page, meanwhile)).toBeVisible({ timeout: 60_000 });
    await expect(row(page, await sendRun(scaled.url, scaled.apiKey, "redis"))).toBeVisible();
    expect(problems).toEqual([]);
    await page.close();
  });

  /** How many runs of a pipeline are stored whole. */
  async function stored(pipeline: string): Promise<number> {
    let count = 0;
    for (let cursor: string | null = ""; cursor !== null; ) {
      const address: string = `${scaled.url}/api/v1/runs?limit=100&pipeline=${pipeline}${cursor && `&cursor=${cursor}`}`;
      const answer: Response = await fetch(address, {
        headers: { authorization: `Bearer ${scaled.apiKey}` },
      });
      const page = (await answer.json()) as RunPage;
      for (const { status, nodes } of page.runs) {
        if (status === "succeeded" && nodes.total === NODES && nodes.succeeded === NODES) count++;
      }
      cursor = page.nextCursor;
    }
    return count;
  }

  test("a rolling restart under load loses nothing and shows nobody an error", async ({ browser }, info) => {
    const page = await open(browser, scaled.url);
    const viewer = await open(browser, scaled.url);
    const viewed = watchProblems(viewer);
    const visitor = startVisitor(page, scaled.url);
    const pipeline = await startPipeline(scaled, "sdk");
    const senders = startSenders(scaled, "raw", 3);
    for (let round = 0; round < 2; round++) {
      for (const each of [...scaled.webs, ...scaled.workers]) {
        expect(await each.end("SIGTERM"), each.name).toBe(0);
        await each.start();
      }
    }
    const [sdkRuns, rawRuns] = [await pipeline.stop(), await senders.stop()];
    const looked = await visitor.stop();
    info.annotations.push({ type: "load", description: JSON.stringify({ sdkRuns, rawRuns, ...looked }) });
    console.log({ sdkRuns, rawRuns, ...looked });
    await expect.poll(() => stored("sdk"), { timeout: 60_000 }).toBe(sdkRuns);
    await expect.poll(() => stored("raw"), { timeout: 60_000 }).toBe(rawRuns);
    await expect(row(viewer, await sendRun(scaled.url, scaled.apiKey, "after"))).toBeVisible();
    expect(visitor.problems).toEqual([]);
    expect(viewed).toEqual([]);
    for (const each of [...scaled.webs, ...scaled.workers]) expect(each.errors, each.name).toEqual([]);
    await page.close();
    await viewer.close();
  });

  test("kill -9 of a web loses nothing, no SDK hears of it, and pages go on with another", async ({
    browser,
  }) => {
    const viewer = await open(browser, scaled.url);
    // Among all the others a run would soon be too far down to be seen.
    await viewer.goto(`${scaled.url}${RUNS}?pipeline=killed`);
    const problems = watchProblems(viewer);
    const pipeline = await startPipeline(scaled, "sdk_killed");
    const senders = startSenders(scaled, "raw_killed", 3);
    for (const web of scaled.webs) {
      const before = senders.count();
      await expect.poll(() => senders.count()).toBeGreaterThan(before);
      await web.end("SIGKILL");
      await expect(row(viewer, await sendRun(scaled.url, scaled.apiKey, "killed"))).toBeVisible();
      await web.start();
    }
    const [sdkRuns, rawRuns] = [await pipeline.stop(), await senders.stop()];
    await expect.poll(() => stored("sdk_killed"), { timeout: 60_000 }).toBe(sdkRuns);
    await expect.poll(() => stored("raw_killed"), { timeout: 60_000 }).toBe(rawRuns);
    // A stream that breaks off in the middle is an error to the browser's console, and to nobody else.
    expect(problems.filter((problem) => !problem.includes("/api/trpc/runs.live"))).toEqual([]);
    console.log({ sdkRuns, rawRuns, streams: problems.length });
    await viewer.close();
  });
});
