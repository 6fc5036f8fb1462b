import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { createUuidV7 } from "@heddle/contract";
import { beforeAll, expect, test, vi } from "vitest";
import { Browser } from "../testing/browser";
import { batchOf, wholeRun } from "../testing/telemetry";
import { startWebProcess } from "../testing/web-process";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
});

test("a stop breaks streams off, so that browsers connect elsewhere, and leaves with 0", async () => {
  const web = await startWebProcess(world);
  const browser = new Browser(web.url);
  await browser.signIn(tenant.owner);
  const input = encodeURIComponent(JSON.stringify(tenant.ref));
  const stream = await browser.fetch(`/api/trpc/runs.live?input=${input}`);
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  const ended = stream.text();
  web.stop();
  const events = await ended;
  expect(events).toContain("missed");
  // With this event tRPC tells a browser not to come back.
  expect(events).not.toContain("event: return");
  expect(await web.exited).toBe(0);
  expect(web.output()).not.toMatch(/error|warn/i);
});

/** Sends a batch up to its last byte, and says what to do to get the answer. */
async function sendAlmost(url: string) {
  const body = Buffer.from(JSON.stringify(batchOf(wholeRun(createUuidV7()))));
  const headers = {
    authorization: `Bearer ${tenant.keys.ingest}`,
    "content-type": "application/json",
    "content-length": body.byteLength,
  };
  const sending = request(`${url}/api/v1/telemetry`, { method: "POST", headers });
  sending.write(body.subarray(0, -1));
  return async () => {
    const answer = once(sending, "response");
    sending.end(body.subarray(-1));
    const [response] = await answer;
    response.resume();
    return { status: response.statusCode, connection: response.headers.connection };
  };
}

const isListening = (url: string) =>
  fetch(`${url}/api/ready`).then(
    (answer) => answer.ok,
    () => false,
  );

test("a body that is still coming is waited for, a connection that asks nothing is not", async () => {
  const web = await startWebProcess(world);
  const { hostname, port } = new URL(web.url);
  const silent = connect(Number(port), hostname);
  silent.on("error", () => undefined);
  await once(silent, "connect");
  const finish = await sendAlmost(web.url);
  expect(await isListening(web.url)).toBe(true);
  web.stop();
  await vi.waitUntil(async () => !(await isListening(web.url)), { timeout: 30_000 });
  await once(silent, "close");
  expect(await finish()).toEqual({ status: 202, connection: "close" });
  expect(await web.exited).toBe(0);
});

test("with a delay a balancer hears of the stop while everybody is still answered", async () => {
  const web = await startWebProcess(world, { SHUTDOWN_DELAY_SECONDS: "3600" });
  const ready = async () => {
    const answer = await fetch(`${web.url}/api/ready`);
    return { status: answer.status, body: await answer.json() };
  };
  expect(await ready()).toEqual({ status: 200, body: { status: "ready" } });
  web.stop();
  await vi.waitUntil(async () => (await ready()).status === 503, { timeout: 30_000 });
  expect((await ready()).body).toEqual({ status: "stopping" });
  expect(await (await sendAlmost(web.url))()).toEqual({ status: 202, connection: "close" });
  const page = await fetch(`${web.url}/signin`);
  expect([page.status, page.headers.get("connection")]).toEqual([200, "close"]);
  await page.text();
  process.kill(web.pid, "SIGKILL");
});
