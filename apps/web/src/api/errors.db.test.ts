import { problemSchema } from "@heddle/contract";
import { createDatabase, withSystemClient } from "@heddle/db";
import { beforeAll, expect, test } from "vitest";
import { batchOf, wholeRun } from "../testing/telemetry";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";
import { Uptime } from "../uptime";
import { createApi } from "./app";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
});

const read = (path: string) =>
  world.api.request(path, { headers: { authorization: `Bearer ${tenant.keys.read}` } });

test.each(["/api/v1/nothing", "/api/v1/runs/a/b", "/api/v1", "/api/v1/telemetry/"])(
  "%s is not found",
  async (path) => {
    const answer = await read(path);
    expect(answer.status).toBe(404);
    expect(problemSchema.parse(await answer.json()).code).toBe("not_found");
  },
);

test("who looks for the metrics is told where they are", async () => {
  const answer = await world.api.request("/api/metrics");
  expect(answer.status).toBe(404);
  expect(problemSchema.parse(await answer.json()).fix).toContain("METRICS_PORT");
});

test("a method that an address does not take is 405 and says what it takes", async () => {
  const answer = await world.api.request("/api/v1/runs", { method: "DELETE" });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe("GET");
  expect(problemSchema.parse(await answer.json()).code).toBe("method");
});

test.each([
  ["limit=0", "/limit"],
  ["limit=201", "/limit"],
  ["limit=many", "/limit"],
  ["status=fine", "/status"],
  ["cursor=abc", "/cursor"],
  ["cursor=WyJhIl0", "/cursor"],
  ["sort=up", ""],
])("the query %s is refused at %j", async (query, path) => {
  const answer = await read(`/api/v1/runs?${query}`);
  expect(answer.status).toBe(400);
  const problem = problemSchema.parse(await answer.json());
  expect(problem).toMatchObject({ code: "invalid", path });
  expect(problem.fix).not.toBe("");
});

test.each(["nonsense", "00000000-0000-0000-0000-000000000000", "%27%3B"])(
  "no run is called %s",
  async (id) => {
    expect((await read(`/api/v1/runs/${id}`)).status).toBe(404);
  },
);

test("a blob under the wrong hash, or none, is refused", async () => {
  const put = (name: string) =>
    world.api.request(`/api/v1/blobs/${name}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${tenant.keys.ingest}` },
      body: "text",
    });
  for (const name of ["a".repeat(64), "short", "A".repeat(64)]) {
    const answer = await put(name);
    expect(answer.status).toBe(400);
    expect(problemSchema.parse(await answer.json()).path).toBe("/sha256");
  }
  expect((await put("982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1")).status).toBe(204);
});

test("what goes wrong on our side tells a request number and nothing of our insides", async () => {
  const broken = await createWorld();
  const stranger = await createTenant(broken);
  const headers = { authorization: `Bearer ${stranger.keys.read}` };
  expect((await broken.api.request("/api/v1/runs", { headers })).status).toBe(200);
  Object.defineProperty(broken.services, "uptime", {
    get() {
      throw new Error("secret detail");
    },
  });
  const answer = await broken.api.request("/api/v1/runs", { headers });
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(text).not.toContain("secret detail");
  expect(problemSchema.parse(JSON.parse(text)).message).toMatch(/Request [0-9a-f-]{36}/);
});

test("a database that is away is 503, to be tried again", async () => {
  const db = createDatabase({ url: "postgres://heddle@127.0.0.1:1/heddle" });
  const api = createApi({ ...world.services, db });
  const answer = await api.request("/api/v1/runs", {
    headers: { authorization: `Bearer ${tenant.keys.read}` },
  });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("5");
  expect(problemSchema.parse(await answer.json()).code).toBe("unavailable");
  await db.close();
});

test("only a database that is away makes silence prove nothing, not a body that breaks off", async () => {
  const db = createDatabase({ url: "postgres://heddle@127.0.0.1:1/heddle" });
  const services = { ...world.services, uptime: new Uptime() };
  const before = services.uptime.since;
  const send = (to: typeof world.services, body: BodyInit) => {
    const headers = { authorization: `Bearer ${tenant.keys.ingest}`, "content-type": "application/json" };
    const init = { method: "POST", headers, body, duplex: "half" };
    return createApi(to).request("/api/v1/telemetry", init);
  };
  const reset = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  const broken = new ReadableStream({ pull: (stream) => stream.error(reset) });
  expect((await send(services, broken)).status).toBe(400);
  expect(services.uptime.since).toBe(before);
  expect((await send({ ...services, db }, "{}")).status).toBe(503);
  expect(services.uptime.since).not.toBe(before);
  await db.close();
});

test.each(["53100", "53200", "53300"])(
  "while PostgreSQL answers %s nothing is taken in, and what is sent again is",
  async (code) => {
    const full = await createWorld();
    const { keys } = await createTenant(full);
    const asOwner = (sql: string) =>
      withSystemClient(full.services.db, async (client) => {
        await client.query("set local role none");
        await client.query(sql);
      });
    await asOwner(`
      create function no_room() returns trigger language plpgsql as
        $$ begin raise 'could not extend file' using errcode = '${code}'; end $$;
      create trigger no_room before insert on ingest_batch execute function no_room()`);
    const body = JSON.stringify(batchOf(wholeRun()));
    const headers = { authorization: `Bearer ${keys.ingest}`, "content-type": "application/json" };
    const send = () => full.api.request("/api/v1/telemetry", { method: "POST", headers, body });
    const refused = await send();
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(problemSchema.parse(await refused.json()).code).toBe("unavailable");
    await asOwner("drop trigger no_room on ingest_batch");
    expect((await send()).status).toBe(202);
  },
);
