import { randomBytes, randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { Client } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { Browser } from "../testing/browser";
import { batchOf } from "../testing/telemetry";
import { startWebProcess, type WebProcess } from "../testing/web-process";
import { startWorkerProcess } from "../testing/worker-process";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";

const WAIT = { timeout: 60_000, interval: 100 };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HOOK = randomBytes(16).toString("hex");
const DEBUG = { LOG_LEVEL: "debug", TRUSTED_PROXIES: "1" };

let world: World;
let tenant: Tenant;
let web: WebProcess;
let worker: Awaited<ReturnType<typeof startWorkerProcess>>;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
  const url = `https://canary.invalid/${HOOK}`;
  await tenant.owner.trpc.channels.create({ ...tenant.ref, kind: "webhook", name: "Canary", url });
  web = await startWebProcess(world, DEBUG);
  worker = await startWorkerProcess(world, { LOG_LEVEL: "debug" });
}, 120_000);

type Line = Record<string, unknown>;

function lines(process: { output: () => string }): Line[] {
  const whole = process.output().split("\n").slice(0, -1);
  return whole.map((line) => JSON.parse(line));
}

/** The first line for which all of that holds, once it is written. */
async function line(process: { output: () => string }, wanted: Line): Promise<Line> {
  return await vi.waitUntil(
    () => lines(process).find((one) => Object.entries(wanted).every(([key, value]) => one[key] === value)),
    WAIT,
  );
}

function failedRun(runId: string) {
  const at = new Date().toISOString();
  const run = { runId, startedAt: at };
  const error = { type: "Error", message: "no", stack: "", frames: [], causes: [] };
  return batchOf([
    { type: "run.started", ...run, pipeline: "daily", plannedNodes: ["a"] },
    { type: "node.started", ...run, node: "a", task: "", attempt: 0 },
    {
      type: "node.finished",
      ...run,
      node: "a",
      task: "",
      attempt: 0,
      status: "failed",
      finishedAt: at,
      error,
    },
    { type: "run.finished", ...run, pipeline: "daily", status: "failed", finishedAt: at, error },
  ] as Parameters<typeof batchOf>[0]);
}

test("a batch is followed from its request to the job that stored it, and its run to the alert", async () => {
  const runId = createUuidV7();
  const batch = failedRun(runId);
  const answer = await fetch(`${web.url}/api/v1/telemetry?key=${tenant.keys.ingest}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${tenant.keys.ingest}`,
      "content-type": "application/json",
      "x-request-id": "proxy-4711",
    },
    body: JSON.stringify(batch),
  });
  expect([answer.status, await answer.text()]).toEqual([202, expect.stringContaining('"accepted":4')]);
  expect(answer.headers.get("x-request-id")).toBe("proxy-4711");
  const name = `${batch.writer}/0`;
  const { projectId } = tenant.scope;
  expect(await line(web, { requestId: "proxy-4711", msg: "request" })).toMatchObject({
    ...{ level: 30, route: "/api/v1/telemetry", method: "POST", status: 202, ms: expect.any(Number) },
    ...{ projectId, batch: name, outcome: "stored", accepted: 4, rejected: 0 },
  });

  const drained = await line(worker, { msg: "drained" });
  expect(drained).toMatchObject({ projectId, batches: [name], runs: [runId] });
  if (drained.sweep === undefined) {
    expect(drained).toMatchObject({ job: "drain", jobId: expect.stringMatching(/./), attempt: 1 });
  } else expect(drained.sweep).toBe("inbox");
  const evaluated = await line(worker, { job: "evaluate-alert", runId });
  expect(evaluated).toMatchObject({ projectId, jobId: expect.stringMatching(/./), attempt: 1 });
  const delivering = await line(worker, { job: "deliver-alert" });
  expect(delivering).toMatchObject({ projectId, deliveryId: expect.stringMatching(UUID) });
});

test.each([
  ["a page", "/signin", "page", "/signin"],
  ["a page behind a link with a secret", "/reset/canary-token", "page", "/reset/[token]"],
  ["a procedure", "/api/trpc/projects.list", "trpc", undefined],
  ["a refused address of the HTTP API", "/api/v1/none", "api", undefined],
  ["a refused change", "/api/v1/runs/canary", "/api/v1/runs/{id}", undefined],
])(
  "%s has an id of its own in its answer and in the log, and no address",
  async (_what, path, route, page) => {
    const answer = await fetch(`${web.url}${path}`, {
      headers: { "x-request-id": "not a plain id", "x-forwarded-for": "203.0.113.9" },
    });
    await answer.text();
    const requestId = answer.headers.get("x-request-id");
    expect(requestId).toMatch(UUID);
    const told = await line(web, { requestId, msg: "request" });
    expect([told.route, told.page]).toEqual([route, page]);
  },
);

test("nothing secret is logged, even at debug", async () => {
  const browser = new Browser(web.url);
  await browser.fetch("/signin");
  const wrong = `wrong-${randomUUID()}`;
  await browser.signIn({ email: tenant.owner.email, password: wrong });
  expect((await browser.signIn(tenant.owner)).error).toBeNull();
  const input = encodeURIComponent(JSON.stringify({ ...tenant.ref, token: "canary-input" }));
  for (const path of [
    `/${tenant.ref.org}/${tenant.ref.project}/runs?token=canary-query`,
    "/invite/canary-invitation?callbackUrl=canary-back",
    "/confirm/canary-confirmation",
    `/api/trpc/projects.get?input=${input}`,
    "/api/v1/runs?cursor=canary-cursor",
  ]) {
    await (await browser.fetch(path)).text();
  }
  const last = await browser.fetch("/api/v1/runs", { headers: { authorization: "Bearer hdl_canary-wrong" } });
  await line(web, { requestId: last.headers.get("x-request-id"), msg: "request" });
  await line(worker, { job: "deliver-alert" });
  const all = web.output() + worker.output();
  expect(all).toContain('"level":20');
  const session = browser.cookie.split("session-token=")[1]?.split(";")[0] ?? "";
  expect(session.length).toBeGreaterThan(50);
  const secrets = {
    ...{ key: tenant.keys.ingest, password: tenant.owner.password, wrong, session, HOOK },
    ...{ secret: world.secret, canary: "canary-", databaseUrl: world.databaseUrl },
  };
  const found = Object.entries(secrets).filter(([, secret]) => all.includes(secret));
  expect(found.map(([name]) => name)).toEqual([]);
});

test("what fails on a page or in a procedure is told under the number of the answer", async () => {
  const browser = new Browser(web.url);
  expect((await browser.signIn(tenant.owner)).error).toBeNull();
  const owner = new Client({ connectionString: world.databaseUrl });
  await owner.connect();
  await owner.query("alter table project rename to project_away");
  const page = await browser.fetch(`/${tenant.ref.org}/${tenant.ref.project}/runs`);
  const shown = await page.text();
  const input = encodeURIComponent(JSON.stringify(tenant.ref));
  const procedure = await browser.fetch(`/api/trpc/projects.get?input=${input}`);
  const told = await procedure.text();
  await owner.query("alter table project_away rename to project");
  await owner.end();

  const requestId = page.headers.get("x-request-id");
  await line(web, { requestId, msg: "procedure failed" });
  const { digest } = await line(web, { requestId, msg: "page failed" });
  expect(shown).toContain(digest);
  const number = procedure.headers.get("x-request-id");
  expect(told).toContain(`Request ${number}.`);
  await line(web, { requestId: number, msg: "procedure failed" });
});
