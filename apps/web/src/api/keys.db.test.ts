import { apiKeyListSchema, auditPageSchema, newApiKeySchema, problemSchema } from "@heddle/contract";
import { createApiKey, revokeApiKey, type TenantContext } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";

type Scope = "ingest" | "read" | "admin";

let world: World;
let tenant: Tenant;
let stranger: Tenant;
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  [tenant, stranger] = [await createTenant(world), await createTenant(world)];
});
afterEach(() => void vi.useRealTimers());

const organizationOf = ({ ctx: { scope, ...rest } }: Tenant): TenantContext => ({
  ...rest,
  organizationId: scope.organizationId,
});

const make = (
  ctx: TenantContext,
  scopes: Scope[],
  input: { name?: string; expiresAt?: string | null } = {},
) => createApiKey({ ctx, input: { name: "Test", scopes, ...input }, hashingKey: world.services.keys.apiKey });

interface Asked {
  method?: string;
  project?: string;
  body?: unknown;
}

function ask(key: string, path: string, { method = "GET", project, body }: Asked = {}) {
  const headers = {
    authorization: `Bearer ${key}`,
    ...(project === undefined ? {} : { "x-heddle-project": project }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  return world.api.request(path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

const problem = async (answer: Response) => ({
  status: answer.status,
  ...problemSchema.parse(await answer.json()),
});

async function close(table: "project" | "organization", id: string, deletedAt: Date | null = new Date()) {
  await withSystem(world.services.db, async (tx) => {
    if (table === "project") await tx.project.update({ where: { id }, data: { deletedAt } });
    else await tx.organization.update({ where: { id }, data: { deletedAt } });
  });
}

test("a key of an organisation says with each request which project is meant", async () => {
  const { key } = await make(organizationOf(tenant), ["read"]);
  expect((await ask(key, "/api/v1/runs", { project: tenant.ref.project })).status).toBe(200);
  const silent = await problem(await ask(key, "/api/v1/runs"));
  expect(silent).toMatchObject({ status: 400, code: "invalid" });
  expect(silent.fix).toContain("x-heddle-project");
  const id = tenant.scope.projectId;
  for (const project of [
    "unknown",
    "",
    stranger.ref.project,
    id,
    `${tenant.ref.org}/${tenant.ref.project}`,
  ]) {
    expect(await problem(await ask(key, "/api/v1/runs", { project }))).toMatchObject({ status: 404 });
  }
});

test("a key of a project stands for that, whatever the request says", async () => {
  const { read } = tenant.keys;
  expect((await ask(read, "/api/v1/runs", { project: tenant.ref.project })).status).toBe(200);
  for (const project of ["unknown", stranger.ref.project]) {
    expect(await problem(await ask(read, "/api/v1/runs", { project }))).toMatchObject({ status: 404 });
  }
});

test("what is deleted is closed to its keys within five seconds, and opens when it is restored", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { key } = await make(organizationOf(tenant), ["read"]);
  const { projectId, organizationId } = tenant.scope;
  const project = tenant.ref.project;
  const statuses = async () => {
    vi.advanceTimersByTime(5000);
    const own = await ask(tenant.keys.read, "/api/v1/runs");
    const named = await ask(key, "/api/v1/runs", { project });
    return [own.status, named.status, (await ask(key, "/api/v1/projects")).status];
  };
  expect(await statuses()).toEqual([200, 200, 200]);
  await close("project", projectId);
  expect(await statuses()).toEqual([401, 404, 200]);
  await close("project", projectId, null);
  expect(await statuses()).toEqual([200, 200, 200]);
  await close("organization", organizationId);
  expect(await statuses()).toEqual([401, 401, 401]);
});

test("an expired key is refused at its very end, though it was used just before", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const { key } = await make(tenant.ctx, ["read"], { expiresAt });
  vi.advanceTimersByTime(59_999);
  expect((await ask(key, "/api/v1/runs")).status).toBe(200);
  vi.advanceTimersByTime(1);
  const refused = await problem(await ask(key, "/api/v1/runs"));
  expect(refused).toMatchObject({ status: 401, message: expect.stringContaining("expired") });
});

test("a key that is revoked while it is in use stops everywhere within five seconds", async () => {
  const made = await make(tenant.ctx, ["read"]);
  let revokedAt = Number.POSITIVE_INFINITY;
  const seen: { after: number; status: number }[] = [];
  const using = Array.from({ length: 4 }, async () => {
    for (let status = 200; status === 200; ) {
      const begun = Date.now();
      status = (await ask(made.key, "/api/v1/runs")).status;
      seen.push({ after: begun - revokedAt, status });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await revokeApiKey({ ctx: tenant.ctx, input: { id: made.id } });
  revokedAt = Date.now();
  await Promise.all(using);
  expect(seen.filter(({ after, status }) => status === 200 && after > 5000)).toEqual([]);
  expect(seen.filter(({ status }) => status !== 200 && status !== 401)).toEqual([]);
});

test("a key rotates itself over the API: makes its successor, which ends it", async () => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const old = await make(tenant.ctx, ["admin"], { name: "Rotated", expiresAt });
  const asked = { name: "Rotated", scopes: ["admin"] };
  const answer = await ask(old.key, "/api/v1/keys", { method: "POST", body: asked });
  expect(answer.status).toBe(201);
  const made = newApiKeySchema.parse(await answer.json());
  expect(made).toMatchObject({ scopes: ["admin"], expiresAt, createdBy: "API key Rotated" });
  expect((await ask(made.key, `/api/v1/keys/${old.id}`, { method: "DELETE" })).status).toBe(204);
  const { keys } = apiKeyListSchema.parse(await (await ask(made.key, "/api/v1/keys")).json());
  expect(keys.find(({ id }) => id === old.id)?.revokedAt).not.toBeNull();
  const text = JSON.stringify(keys);
  for (const secret of [old.key, made.key, "hash"]) expect(text).not.toContain(secret.slice(12) || secret);
  const later = { ...asked, expiresAt: null };
  const refused = await problem(await ask(made.key, "/api/v1/keys", { method: "POST", body: later }));
  expect(refused).toMatchObject({ status: 400, path: "/expiresAt" });
  expect((await ask(made.key, `/api/v1/keys/${made.id}`, { method: "DELETE" })).status).toBe(204);
});

test("keys of others, and of another level, are not there", async () => {
  const wide = await make(organizationOf(tenant), ["admin"]);
  const own = await make(tenant.ctx, ["admin"]);
  const foreign = await make(stranger.ctx, ["admin"]);
  const refused: [string, string][] = [
    [own.key, foreign.id],
    [own.key, wide.id],
    [wide.key, own.id],
    [wide.key, foreign.id],
    [own.key, crypto.randomUUID()],
  ];
  for (const [key, id] of refused) {
    const answer = await ask(key, `/api/v1/keys/${id}`, { method: "DELETE" });
    expect(await problem(answer)).toMatchObject({ status: 404, code: "not_found" });
  }
  expect((await ask(own.key, "/api/v1/keys/none", { method: "DELETE" })).status).toBe(400);
  const project = tenant.ref.project;
  expect((await ask(wide.key, `/api/v1/keys/${own.id}`, { method: "DELETE", project })).status).toBe(204);
  expect((await ask(foreign.key, "/api/v1/keys")).status).toBe(200);
});

test.each([
  ["no scope", { scopes: [] }, "/scopes"],
  ["an unknown scope", { scopes: ["own"] }, "/scopes/0"],
  ["no name", { name: " " }, "/name"],
  ["a NUL in the name", { name: "a\0b" }, "/name"],
  ["a name that is too long", { name: "n".repeat(101) }, "/name"],
  ["an end that is no time", { expiresAt: "tomorrow" }, "/expiresAt"],
  ["an end in the past", { expiresAt: "2020-01-01T00:00:00Z" }, "/expiresAt"],
])("a key with %s is not made, and the answer says where", async (_, change, path) => {
  const { key } = await make(tenant.ctx, ["admin"]);
  const body = { name: "New", scopes: ["read"], ...change };
  expect(await problem(await ask(key, "/api/v1/keys", { method: "POST", body }))).toMatchObject({
    status: 400,
    path,
  });
});

test("a body that is not JSON is refused", async () => {
  const { key } = await make(tenant.ctx, ["admin"]);
  const headers = { authorization: `Bearer ${key}` };
  const types: Record<string, string>[] = [
    {},
    { "content-type": "text/plain" },
    { "content-type": "application/json" },
  ];
  for (const more of types) {
    const init = { method: "POST", headers: { ...headers, ...more }, body: "{" };
    expect(await problem(await world.api.request("/api/v1/keys", init))).toMatchObject({ status: 400 });
  }
});

test("each scope opens its own routes and no others", async () => {
  const opened = async (scopes: Scope[]) => {
    const { key } = await make(tenant.ctx, scopes);
    const paths = ["/api/v1/runs", "/api/v1/projects", "/api/v1/keys", "/api/v1/audit-events"];
    const answers = await Promise.all(paths.map((path) => ask(key, path)));
    return answers.map(({ status }) => status);
  };
  expect(await opened(["ingest"])).toEqual([403, 403, 403, 403]);
  expect(await opened(["read"])).toEqual([200, 200, 403, 403]);
  expect(await opened(["admin"])).toEqual([403, 403, 200, 200]);
});

test("projects are listed as far as the key reaches", async () => {
  const { key } = await make(organizationOf(tenant), ["read"]);
  const second = crypto.randomUUID();
  const { organizationId } = tenant.scope;
  await withSystem(world.services.db, (tx) =>
    tx.project.create({ data: { id: second, organizationId, slug: "second", name: "Second" } }),
  );
  const slugs = async (asked: Promise<Response> | Response) =>
    (await (await asked).json()).projects.map(({ slug }: { slug: string }) => slug);
  expect(await slugs(ask(key, "/api/v1/projects"))).toEqual([tenant.ref.project, "second"]);
  expect(await slugs(ask(key, "/api/v1/projects", { project: "second" }))).toEqual(["second"]);
  expect(await slugs(ask(tenant.keys.read, "/api/v1/projects"))).toEqual([tenant.ref.project]);
  await close("project", second);
  expect(await slugs(ask(key, "/api/v1/projects"))).toEqual([tenant.ref.project]);
});

test("a key of an organisation that manages makes projects, and sends to them at once", async () => {
  const { key } = await make(organizationOf(tenant), ["admin", "read"]);
  const path = "/api/v1/projects";
  const post = (by: string, body: unknown) => ask(by, path, { method: "POST", body });
  const answer = await post(key, { name: "Made by Terraform" });
  expect(answer.status).toBe(201);
  const { slug } = await answer.json();
  expect(slug).toBe("made-by-terraform");
  expect((await ask(key, "/api/v1/runs", { project: slug })).status).toBe(200);
  expect(await problem(await post(key, { name: "Again", slug }))).toMatchObject({
    status: 409,
    path: "/slug",
  });
  expect(await problem(await post(key, { name: "" }))).toMatchObject({ status: 400, path: "/name" });
  const own = await make(tenant.ctx, ["admin"]);
  expect(await problem(await post(own.key, { name: "No" }))).toMatchObject({
    status: 403,
    code: "forbidden",
  });
  const reader = await make(organizationOf(tenant), ["read"]);
  expect(await problem(await post(reader.key, { name: "No" }))).toMatchObject({ status: 403 });
});

test("the audit log is read page by page, and says from where", async () => {
  const wide = await make(organizationOf(tenant), ["admin"]);
  const body = { name: "Made over the API", scopes: ["read"] };
  await world.api.request("/api/v1/keys", {
    method: "POST",
    headers: {
      authorization: `Bearer ${wide.key}`,
      "content-type": "application/json",
      "x-heddle-project": tenant.ref.project,
      "x-heddle-address": "192.0.2.44",
    },
    body: JSON.stringify(body),
  });
  const read = async (query: string, project?: string) =>
    auditPageSchema.parse(await (await ask(wide.key, `/api/v1/audit-events?${query}`, { project })).json());
  const first = await read("limit=1");
  expect(first.events).toMatchObject([
    {
      action: "key.created",
      target: "Made over the API",
      actor: { type: "apiKey", id: wide.id, name: "Test" },
      project: { slug: tenant.ref.project },
      address: "192.0.2.44",
    },
  ]);
  const rest = await read(`cursor=${first.nextCursor}`);
  expect(rest.events.map(({ target }) => target)).not.toContain("Made over the API");
  expect(rest).toMatchObject({ nextCursor: null, hasMore: false });
  const ofProject = await read("", tenant.ref.project);
  expect(ofProject.events.length).toBeLessThan(rest.events.length + 1);
  const foreign = await make(organizationOf(stranger), ["admin"]);
  const stolen = await ask(foreign.key, `/api/v1/audit-events?cursor=${first.nextCursor}`);
  expect(await problem(stolen)).toMatchObject({ status: 400, path: "/cursor" });
  expect((await ask(wide.key, "/api/v1/audit-events?limit=0")).status).toBe(400);
});
