import { createHash } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { beforeAll, expect, test } from "vitest";
import { api } from "../testing/access/api";
import { nodeFinished, runFinished, runStarted, store, wholeRun } from "../testing/telemetry";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";
import { createRoutes } from "./routes";

interface Document {
  paths: Record<string, Record<string, { security: unknown[]; responses: Record<string, Answer> }>>;
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
  for (const { method, path, access } of createRoutes("http://heddle.test")) {
    const who = access === "public" ? "anyone" : `key ${access}`;
    const name = `${method.toUpperCase()} ${path}`;
    expect({ [name]: who }).toEqual({ [name]: api[name]?.who });
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

test("the answers to health and about the document itself are as it says", async () => {
  expect((await ask("GET", "/api/health")).status).toBe(503);
  expect((await ask("GET", "/api/openapi.json")).status).toBe(200);
});
