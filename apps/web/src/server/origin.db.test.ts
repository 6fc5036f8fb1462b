import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { Browser } from "../testing/browser";
import { startWebProcess, type WebProcess } from "../testing/web-process";
import { createTenant, createWorld, type Tenant } from "../testing/world";

let tenant: Tenant;
let web: WebProcess;
beforeAll(async () => {
  const world = await createWorld();
  tenant = await createTenant(world);
  web = await startWebProcess(world);
});

async function signedIn(): Promise<Browser> {
  const browser = new Browser(web.url);
  expect((await browser.signIn(tenant.owner)).error).toBeNull();
  return browser;
}

/** A request as `fetch` cannot send it: under any host. */
async function under(host: string, path: string, headers: Record<string, string> = {}) {
  const sent = request(`${web.url}${path}`, { headers: { ...headers, host } }).end();
  const [answer] = await once(sent, "response");
  return { status: Number(answer.statusCode), body: await text(answer) };
}

const STATE = `/api/trpc/projects.list?input=${encodeURIComponent("{}")}`;

test.each(["https://evil.example", "null", undefined])("nobody is signed out from %s", async (origin) => {
  const browser = await signedIn();
  const { csrfToken } = await (await browser.fetch("/api/auth/csrf")).json();
  const headers: Record<string, string> = origin === undefined ? {} : { origin };
  const body = new URLSearchParams({ csrfToken, json: "true" });
  const answer = await browser.fetch("/api/auth/signout", { method: "POST", headers, body });
  expect(answer.status).toBe(403);
  expect((await answer.json()).code).toBe("forbidden");
  expect((await browser.fetch(STATE)).status).toBe(200);
});

test.each(["https://evil.example", "null", undefined])("nobody is signed in from %s", async (origin) => {
  const browser = new Browser(web.url);
  const { csrfToken } = await (await browser.fetch("/api/auth/csrf")).json();
  const headers: Record<string, string> = origin === undefined ? {} : { origin };
  const { email, password } = tenant.owner;
  const body = new URLSearchParams({ email, password, csrfToken, json: "true" });
  const answer = await browser.fetch("/api/auth/callback/credentials", { method: "POST", headers, body });
  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test.each(["POST", "PUT", "PATCH", "DELETE"])(
  "%s on any path of the pages needs one of ours behind it",
  async (method) => {
    for (const path of [
      "/",
      "/signin",
      "/api/auth/session",
      "/api/trpc/keys.create",
      "/home/main/runs",
      "/api/none",
    ]) {
      const answer = await fetch(`${web.url}${path}`, {
        method,
        headers: { origin: "https://evil.example" },
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  },
);

test("a mutation cannot be asked for as if it were reading", async () => {
  const browser = await signedIn();
  const input = encodeURIComponent(JSON.stringify({ ...tenant.ref, name: "By a link", scopes: ["read"] }));
  const ways: Record<string, string>[] = [{}, { "x-http-method-override": "POST" }];
  for (const headers of ways) {
    const answer = await browser.fetch(`/api/trpc/keys.create?input=${input}&_method=POST`, { headers });
    expect(answer.status).toBe(405);
  }
});

test("a page under a foreign name that points here is no page of ours", async () => {
  const port = new URL(web.url).port;
  for (const path of ["/signin", "/api/auth/csrf", STATE, "/icon.svg"]) {
    const { status, body } = await under(`rebound.example:${port}`, path);
    expect([path, status]).toEqual([path, 421]);
    expect(body).toContain(`Open ${web.url}`);
  }
  for (const host of ["localhost", "nas.local", "192.168.1.20", "[::1]"]) {
    expect([host, (await under(`${host}:${port}`, "/signin")).status]).toEqual([host, 200]);
  }
});

test("the HTTP API answers under any name: its key is what counts", async () => {
  const authorization = `Bearer ${tenant.keys.read}`;
  expect((await under("heddle.svc.example", "/api/v1/runs", { authorization })).status).toBe(200);
  const headers = { authorization, "content-type": "application/json" };
  const answer = await fetch(`${web.url}/api/v1/telemetry`, { method: "POST", headers, body: "{}" });
  expect(answer.status).toBe(403);
  expect((await answer.json()).message).toContain("ingest");
});

test("a cookie opens no route of the HTTP API", async () => {
  const browser = await signedIn();
  expect((await browser.fetch("/api/v1/runs")).status).toBe(401);
});
