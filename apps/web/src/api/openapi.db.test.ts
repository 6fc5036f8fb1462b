import { createHash } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { createApiKey } from "@heddle/core";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { beforeAll, expect, test } from "vitest";
import { api } from "../testing/access/api";
import { nodeFinished, runFinished, runStarted, store, wholeRun } from "../testing/telemetry";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";
import { createRoutes } from "./routes";

interface Document {
  paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  security: unknown[];
  parameters?: { name: string }[];
  responses: Record<string, Answer>;
}
interface Answer {
  content?: Record<string, { schema: object }>;
}

let world: World;
let tenant: Tenant;
let document: Document;
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
  document = await (await world.api.request("/api/openapi.json")).json();
  ajv.addSchema(document, "doc");
});

const pointerStep = (step: string) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));

function validator(path: string, method: string, status: number): ValidateFunction {
  const steps = ["paths", path, method, "responses", String(status), "content", "application/json", "schema"];
  const found = ajv.getSchema(`doc#/${steps.map(pointerStep).join("/")}`);
  if (!found) throw new Error(`${method} ${path} does not document ${status}`);
  return found;
}

/** Sends a request and holds its answer against the document. */
async function ask(
  method: string,
  path: string,
  address = path,
  init: RequestInit = {},
  key = tenant.keys.read,
) {
  const headers = { authorization: `Bearer ${key}`, ...init.headers };
  const answer = await world.api.request(address, { ...init, method, headers });
  const validate = validator(path, method.toLowerCase(), answer.status);
  const body: unknown = await answer.json();
  expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
  return { status: answer.status, body };
}

test("the document, the served routes and the list of who may call them agree", () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = world.api.routes
    .filter(({ method, path }) => method !== "ALL" && path !== "/*")
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
  const listed = Object.keys(api);
  expect(described.sort()).toEqual(listed.sort());
  expect(served.sort()).toEqual(listed.sort());
});

test("each route asks for what the list says", () => {
  for (const route of createRoutes("http://heddle.test")) {
    const { method, path, access } = route;
    const who = access === "public" ? "anyone" : `key ${access}`;
    const name = `${method.toUpperCase()} ${path}`;
    const of = access === "public" || route.about === "project" ? undefined : route.about;
    expect({ [name]: [who, of] }).toEqual({ [name]: [api[name]?.who, api[name]?.of] });
    expect(document.paths[path]?.[method]?.security).toEqual(who === "anyone" ? [] : [{ apiKey: [] }]);
    const waiting = document.paths[path]?.[method]?.responses["429"];
    expect(waiting === undefined).toBe(who === "anyone");
  }
});

test("answers about runs are as the document says", async () => {
  const runId = createUuidV7();
  const error = { type: "TypeError", message: "no", stack: "TypeError: no", frames: [], causes: [] };
  const environment = {
    runtime: { name: "node", version: "20" },
    os: { name: "linux", version: "6", arch: "x64" },
    cpu: null,
    memoryBytes: 1,
    hostname: null,
    user: null,
    container: null,
    ci: null,
    command: null,
    packages: { a: "1" },
    lockfileDigest: null,
    variables: {},
  };
  await store(world, tenant, [
    runStarted(runId, { environment, config: { deep: [{ a: null }] }, tags: { team: "a" }, trigger: "cron" }),
    nodeFinished(runId, "load"),
    nodeFinished(runId, "fit", { status: "failed", error }),
    runFinished(runId, "failed"),
  ]);
  for (let i = 0; i < 5; i++) await store(world, tenant, wholeRun());
  expect((await ask("GET", "/api/v1/runs", "/api/v1/runs?limit=3")).status).toBe(200);
  const one = await ask("GET", "/api/v1/runs/{id}", `/api/v1/runs/${runId}?limit=1`);
  expect(one.body).toMatchObject({
    status: "failed",
    failure: { node: "fit" },
    environment,
    usualMs: { p50: 1000 },
  });
  expect((await ask("GET", "/api/v1/runs/{id}", "/api/v1/runs/none")).status).toBe(404);
  expect((await ask("GET", "/api/v1/runs", "/api/v1/runs?limit=0")).status).toBe(400);
  expect((await ask("GET", "/api/v1/runs", "/api/v1/runs", {}, "none")).status).toBe(401);
  expect((await ask("GET", "/api/v1/runs", "/api/v1/runs", {}, tenant.keys.ingest)).status).toBe(403);
});

test("answers to telemetry and blobs are as the document says", async () => {
  const path = "/api/v1/telemetry";
  const headers = { "content-type": "application/json" };
  const send = (body: string) => ask("POST", path, path, { headers, body }, tenant.keys.ingest);
  const batch = (event: object) =>
    JSON.stringify({
      writer: crypto.randomUUID(),
      batch: 0,
      sentAt: new Date().toISOString(),
      sdk: { name: "a", version: "1" },
      events: [event],
    });
  expect((await send(batch({ ...wholeRun()[0], seq: 0 }))).status).toBe(202);
  expect((await send(batch({}))).status).toBe(422);
  expect((await send("{")).status).toBe(400);
  const typeless = await ask("POST", path, path, { body: "{}" }, tenant.keys.ingest);
  expect(typeless.status).toBe(415);
  const text = "export const a = 1;";
  const blob = `/api/v1/blobs/${createHash("sha256").update(text).digest("hex")}`;
  const stored = await world.api.request(blob, {
    method: "PUT",
    headers: { authorization: `Bearer ${tenant.keys.ingest}` },
    body: text,
  });
  expect(stored.status).toBe(204);
  expect(document.paths["/api/v1/blobs/{sha256}"]?.put?.responses["204"]?.content).toBeUndefined();
});

test("answers about keys, projects and changes are as the document says", async () => {
  const input = { name: "Admin", scopes: ["admin" as const, "read" as const] };
  const hashingKey = world.services.keys.apiKey;
  const { key, id } = await createApiKey({ ctx: tenant.ctx, input, hashingKey });
  const keys = "/api/v1/keys";
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ name: "New", scopes: ["ingest"] });
  expect((await ask("POST", keys, keys, { headers, body }, key)).status).toBe(201);
  expect((await ask("POST", keys, keys, { headers, body: "{}" }, key)).status).toBe(400);
  expect((await ask("GET", keys, keys, {}, key)).status).toBe(200);
  expect((await ask("GET", "/api/v1/projects", "/api/v1/projects", {}, key)).status).toBe(200);
  const events = "/api/v1/audit-events";
  expect((await ask("GET", events, `${events}?order=newest`, {}, key)).status).toBe(200);
  expect((await ask("GET", events, `${events}?order=up`, {}, key)).status).toBe(400);
  const elsewhere = { "x-heddle-project": "elsewhere" };
  expect((await ask("GET", keys, keys, { headers: elsewhere }, key)).status).toBe(404);
  const none = `${keys}/${crypto.randomUUID()}`;
  expect((await ask("DELETE", `${keys}/{id}`, none, {}, key)).status).toBe(404);
  const revoked = await world.api.request(`${keys}/${id}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${key}` },
  });
  expect([revoked.status, await revoked.text()]).toEqual([204, ""]);
});

test("the document says which keys need the header that names a project", () => {
  const named = (path: string, method: string) =>
    (document.paths[path]?.[method]?.parameters ?? []).find(({ name }) => name === "x-heddle-project");
  for (const [path, method] of [
    ["/api/v1/telemetry", "post"],
    ["/api/v1/runs", "get"],
    ["/api/v1/keys", "get"],
  ])
    expect(named(path ?? "", method ?? "")).toMatchObject({ in: "header" });
  expect(named("/api/health", "get")).toBeUndefined();
});

test("the answers to health and about the document itself are as it says", async () => {
  expect((await ask("GET", "/api/health")).status).toBe(503);
  expect((await ask("GET", "/api/openapi.json")).status).toBe(200);
});
