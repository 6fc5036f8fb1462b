import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { createTestDatabase, createTestProject, type TestProject } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { authenticateApiKey } from "../api-key/authenticate";
import { createApiKey } from "../api-key/create";
import type { OrganizationContext, Role } from "../context";
import { deriveKey } from "../secret/derive-key";
import { resolveProject } from "./resolve";
import { transferProject } from "./transfer";

const db = await createTestDatabase();
const now = () => new Date();
const hashingKey = deriveKey("vq3Zt8xW1pLm6RcY0sHd5KfN2uGj9BaE", "api-key");
let source: TestProject;
let target: TestProject;

beforeEach(async () => {
  source = await createTestProject(db);
  target = await createTestProject(db);
});

/** Somebody with a role in both organisations. */
async function person(here: Role, there: Role | null): Promise<OrganizationContext & { userId: string }> {
  const userId = createUuidV7();
  const email = `${userId}@example.org`;
  const { organizationId } = source.scope;
  await withSystem(db, async (tx) => {
    await tx.user.create({ data: { id: userId, email, name: "Somebody" } });
    await tx.membership.create({ data: { organizationId, userId, role: here } });
    const data = { organizationId: target.scope.organizationId, userId };
    if (there) await tx.membership.create({ data: { ...data, role: there } });
  });
  return { db, now, organizationId, userId, actor: { type: "user", userId, email, role: here } };
}

const input = () => ({ project: source.project.slug, to: target.organization.slug });
const events = (organizationId: string) =>
  withSystem(db, (tx) => tx.auditEvent.findMany({ where: { organizationId } }));
const organizationOf = async () => {
  const where = { id: source.scope.projectId };
  return (await withSystem(db, (tx) => tx.project.findUniqueOrThrow({ where }))).organizationId;
};

test("a project goes with its keys and people, and both organisations know", async () => {
  const ctx = await person("admin", "admin");
  const { projectId } = source.scope;
  const system = { db, now, scope: source.scope, actor: { type: "system", job: "test" } as const };
  const keyInput = { name: "Key", scopes: ["ingest" as const] };
  const { key } = await createApiKey({ ctx: system, input: keyInput, hashingKey });
  const guestId = createUuidV7();
  const invitation = { organizationId: source.scope.organizationId, projectId, role: "viewer" as const };
  const dates = { createdAt: now(), expiresAt: new Date(Date.now() + 1e6) };
  await withSystem(db, async (tx) => {
    await tx.user.create({ data: { id: guestId, email: "guest@example.org", name: "Guest" } });
    await tx.projectGrant.create({ data: { projectId, userId: guestId, role: "viewer" } });
    await tx.invitation.create({
      data: { id: createUuidV7(), ...invitation, hash: new Uint8Array([1]), ...dates },
    });
  });

  expect(await transferProject({ ctx, input: input() })).toEqual({
    org: target.organization.slug,
    project: source.project.slug,
  });
  const found = await authenticateApiKey({ ctx: { db, now }, input: { key }, hashingKey });
  expect(found).toMatchObject({ organizationId: target.scope.organizationId });
  const where = { org: target.organization.slug, project: source.project.slug };
  const asGuest = await resolveProject({ ctx: { db, now }, input: { ...where, userId: guestId } });
  expect(asGuest).toMatchObject({ scope: { projectId }, actor: { role: "viewer" }, organizationRole: null });
  const [open] = await withSystem(db, (tx) => tx.invitation.findMany({ where: { projectId } }));
  expect(open).toMatchObject({
    organizationId: target.scope.organizationId,
    revokedAt: expect.any(Date),
  });
  for (const { scope } of [source, target]) {
    const transferred = (await events(scope.organizationId)).filter(
      ({ action }) => action === "project.transferred",
    );
    expect(transferred).toMatchObject([
      {
        projectId,
        target: source.project.name,
        detail: {
          from: { organization: source.organization.name },
          to: { organization: target.organization.name },
        },
      },
    ]);
  }
});

test.each([
  ["admin", null, "not_found"],
  ["owner", "viewer", "forbidden"],
  ["owner", "member", "forbidden"],
  ["member", "owner", "forbidden"],
  ["viewer", "owner", "forbidden"],
] as const)("as %s here and %s there nobody transfers", async (here, there, code) => {
  const ctx = await person(here, there);
  await expect(transferProject({ ctx, input: input() })).rejects.toMatchObject({ code });
  expect(await organizationOf()).toBe(source.scope.organizationId);
  expect(await events(target.scope.organizationId)).toEqual([]);
});

test("an address that is taken there is explained, and nothing moves", async () => {
  const ctx = await person("owner", "owner");
  await withSystem(db, (tx) =>
    tx.project.update({ where: { id: target.scope.projectId }, data: { slug: source.project.slug } }),
  );
  await expect(transferProject({ ctx, input: input() })).rejects.toMatchObject({
    code: "conflict",
    path: "/to",
    message: expect.stringContaining(source.project.slug),
  });
  expect(await organizationOf()).toBe(source.scope.organizationId);
});

test("a deleted project, one of others, and a deleted organisation are not there", async () => {
  const ctx = await person("owner", "owner");
  const theirs = transferProject({ ctx, input: { ...input(), project: target.project.slug } });
  await expect(theirs).rejects.toMatchObject({ code: "not_found", path: "/project" });
  const same = transferProject({ ctx, input: { ...input(), to: source.organization.slug } });
  await expect(same).rejects.toMatchObject({ code: "invalid", path: "/to" });
  const close = (table: string, id: string) =>
    withSystem(db, (tx) => tx.$executeRawUnsafe(`update ${table} set deleted_at = now() where id = '${id}'`));
  await close("project", source.scope.projectId);
  const gone = transferProject({ ctx, input: input() });
  await expect(gone).rejects.toMatchObject({ code: "not_found", path: "/project" });
  await close("organization", target.scope.organizationId);
  await expect(transferProject({ ctx, input: input() })).rejects.toMatchObject({ path: "/to" });
});

test("two who swap projects between two organisations at once do not wait for each other", async () => {
  const ctx = await person("owner", "owner");
  const back = { ...ctx, organizationId: target.scope.organizationId };
  const done = await Promise.all([
    transferProject({ ctx, input: input() }),
    transferProject({ ctx: back, input: { project: target.project.slug, to: source.organization.slug } }),
  ]);
  expect(done.map(({ org }) => org)).toEqual([target.organization.slug, source.organization.slug]);
});

test("an API key hands no project over", async () => {
  const { organizationId } = source.scope;
  const actor = { type: "system", job: "test" } as const;
  const refused = transferProject({ ctx: { db, now, organizationId, actor }, input: input() });
  await expect(refused).rejects.toMatchObject({ code: "forbidden" });
});
