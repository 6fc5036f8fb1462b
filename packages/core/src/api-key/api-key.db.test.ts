import { randomUUID } from "node:crypto";
import { withOrganization, withSystem } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import type { Actor, Context, OrganizationContext } from "../context";
import type { TenantContext } from "../tenant";
import { authenticateApiKey } from "./authenticate";
import { createApiKey } from "./create";
import { listApiKeys } from "./list";
import { revokeApiKey } from "./revoke";

const DAY_MS = 86_400_000;
const db = await createTestDatabase();
const hashingKey = Buffer.alloc(32, 1);
let now: Date;
let project: Context;
let organization: OrganizationContext;

const admin = (): Actor => ({ type: "user", userId: randomUUID(), email: "ada@example.org", role: "admin" });

beforeEach(async () => {
  const { scope } = await createTestProject(db);
  now = new Date("2026-11-23T12:00:00Z");
  const base = { db, now: () => now, address: "192.0.2.7", actor: admin() };
  project = { ...base, scope };
  organization = { ...base, organizationId: scope.organizationId };
});

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const make = (ctx: TenantContext, input: object = {}) =>
  createApiKey({ ctx, input: { name: "Key", scopes: ["read"], ...input }, hashingKey });
const open = (key: string) => authenticateApiKey({ ctx: project, input: { key }, hashingKey });
const at = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();
const events = () =>
  withOrganization(db, organization.organizationId, (tx) =>
    tx.auditEvent.findMany({ orderBy: { id: "asc" } }),
  );

test("a key stands for its project, one of the organisation for the organisation", async () => {
  const own = await make(project, { scopes: ["read", "ingest", "read"] });
  const { scope } = project;
  expect(await open(own.key)).toMatchObject({ ...scope, keyId: own.id, scopes: ["ingest", "read"] });
  const wide = await make(organization, { scopes: ["admin"] });
  expect(await open(wide.key)).toMatchObject({
    organizationId: scope.organizationId,
    projectId: null,
    project: null,
    scopes: ["admin"],
  });
});

test("a key ends by itself, to the millisecond", async () => {
  const { key, expiresAt } = await make(project, { expiresAt: at(30) });
  expect(expiresAt).toBe(at(30));
  pass(30 * DAY_MS - 1);
  expect(await open(key)).not.toBeNull();
  pass(1);
  expect(await open(key)).toBeNull();
});

test("a key lasts a year when nothing is said, and for ever when asked to", async () => {
  expect((await make(project)).expiresAt).toBe(at(365));
  expect((await make(project, { expiresAt: null })).expiresAt).toBeNull();
});

test("what is closed does not open to its keys", async () => {
  const [own, wide] = [await make(project), await make(organization)];
  const { projectId: id, organizationId } = project.scope;
  await withSystem(db, (tx) => tx.project.update({ where: { id }, data: { deletedAt: now } }));
  expect(await open(own.key)).toBeNull();
  expect(await open(wide.key)).not.toBeNull();
  await withSystem(db, (tx) => tx.project.update({ where: { id }, data: { deletedAt: null } }));
  expect(await open(own.key)).not.toBeNull();
  await withSystem(db, (tx) =>
    tx.organization.update({ where: { id: organizationId }, data: { deletedAt: now } }),
  );
  expect([await open(own.key), await open(wide.key)]).toEqual([null, null]);
});

test("making and revoking are written down once each, without the key", async () => {
  const { id, key, expiresAt } = await make(organization, { name: "Deploy", scopes: ["admin"] });
  pass(1);
  await Promise.all([1, 2, 3].map(() => revokeApiKey({ ctx: organization, input: { id } })));
  const base = { target: "Deploy", targetId: id, actor: "ada@example.org", address: "192.0.2.7" };
  const written = await events();
  expect(written).toMatchObject([
    { ...base, action: "key.created", projectId: null, detail: { scopes: ["admin"], expiresAt } },
    { ...base, action: "key.revoked" },
  ]);
  expect(JSON.stringify(written)).not.toContain(key.slice(12));
});

test("keys of the project, of the organisation and of others are lists of their own", async () => {
  const own = await make(project);
  const wide = await make(organization);
  const { scope } = await createTestProject(db);
  const stranger: Context = { ...project, scope };
  const strangers: OrganizationContext = { ...organization, organizationId: scope.organizationId };
  const ids = async (ctx: TenantContext) => (await listApiKeys({ ctx })).map(({ id }) => id);
  expect(await ids(project)).toEqual([own.id]);
  expect(await ids(organization)).toEqual([wide.id]);
  expect([await ids(stranger), await ids(strangers)]).toEqual([[], []]);
  const attempts: [TenantContext, string][] = [
    [stranger, own.id],
    [strangers, wide.id],
    [strangers, own.id],
    [project, wide.id],
    [organization, own.id],
  ];
  for (const [ctx, id] of attempts) {
    await expect(revokeApiKey({ ctx, input: { id } })).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await open(own.key)).not.toBeNull();
  expect(await open(wide.key)).not.toBeNull();
  expect((await events()).map(({ action }) => action)).toEqual(["key.created", "key.created"]);
});

test("active keys come first, ended ones stay for the record", async () => {
  const revoked = await make(project, { name: "revoked" });
  pass(1);
  const expired = await make(project, { name: "expired", expiresAt: at(1) });
  const active = await make(project, { name: "active" });
  await revokeApiKey({ ctx: project, input: { id: revoked.id } });
  pass(2 * DAY_MS);
  expect((await listApiKeys({ ctx: project })).map(({ id }) => id)).toEqual([
    active.id,
    expired.id,
    revoked.id,
  ]);
});

test("a project has at most 200 active keys, however they are made at the same time", async () => {
  const { scope } = project;
  await withSystem(db, (tx) =>
    tx.apiKey.createMany({
      data: Array.from({ length: 196 }, (_, i) => ({
        id: randomUUID(),
        ...scope,
        name: `${i}`,
        prefix: "",
        hash: Buffer.from(randomUUID()),
        scopes: [],
      })),
    }),
  );
  const results = await Promise.allSettled(Array.from({ length: 9 }, () => make(project)));
  const made = results.filter((result) => result.status === "fulfilled");
  expect(made).toHaveLength(4);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
  }
  await make(organization);
  const id = made[0]?.value.id ?? "";
  await revokeApiKey({ ctx: project, input: { id } });
  await make(project);
});

test.each([
  ["who views", (): Actor => ({ ...admin(), role: "viewer" }) as Actor],
  ["who edits", (): Actor => ({ ...admin(), role: "member" }) as Actor],
  ["a key that reads and sends", (): Actor => keyActor(["ingest", "read"])],
])("%s can make and revoke no key", async (_, actor) => {
  const { id } = await make(project);
  const ctx = { ...project, actor: actor() };
  await expect(make(ctx)).rejects.toMatchObject({ code: "forbidden" });
  await expect(revokeApiKey({ ctx, input: { id } })).rejects.toMatchObject({ code: "forbidden" });
});

function keyActor(scopes: ("ingest" | "read" | "admin")[], expiresAt: Date | null = null): Actor {
  return { type: "apiKey", keyId: randomUUID(), name: "Rotation", scopes, expiresAt };
}

test("a key that manages makes keys that do not outlive it, and they say who made them", async () => {
  const ctx = { ...project, actor: keyActor(["admin"], new Date(at(30))) };
  const made = await make(ctx, { scopes: ["ingest", "admin"] });
  expect(made).toMatchObject({ expiresAt: at(30), createdBy: "API key Rotation" });
  for (const expiresAt of [null, at(31)]) {
    await expect(make(ctx, { expiresAt })).rejects.toMatchObject({ code: "invalid", path: "/expiresAt" });
  }
  expect(await listApiKeys({ ctx })).toHaveLength(1);
});

test("the organisation's keys are for its admins to see, a project's for its people", async () => {
  const viewer: Actor = { type: "user", userId: randomUUID(), email: "v@example.org", role: "viewer" };
  expect(await listApiKeys({ ctx: { ...project, actor: viewer } })).toEqual([]);
  const refused = listApiKeys({ ctx: { ...organization, actor: viewer } });
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
});
