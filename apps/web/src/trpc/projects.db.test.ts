import { createUuidV7 } from "@heddle/contract";
import { drain } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { send, store, wholeRun } from "../testing/telemetry";
import {
  callerFor,
  createMember,
  createTenant,
  createWorld,
  type Tenant,
  type World,
} from "../testing/world";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  tenant = await createTenant(world);
});

const organization = () => ({ org: tenant.ref.org });
const projectId = () => tenant.scope.projectId;
const inbox = () =>
  withSystem(world.services.db, (tx) => tx.ingestBatch.count({ where: { projectId: projectId() } }));

/** A person with a grant in the tenant's project and no membership. */
async function createGuest(role: "admin" | "member" | "viewer") {
  const stranger = await createTenant(world);
  const userId = stranger.owner.userId;
  await withSystem(world.services.db, (tx) =>
    tx.projectGrant.create({ data: { projectId: projectId(), userId, role } }),
  );
  return { trpc: callerFor(world, userId), stranger };
}

test("a project is made, filled, found in the list, and followed under its new address", async () => {
  const { trpc } = tenant.owner;
  const { slug } = await trpc.projects.create({ ...organization(), name: "Growth features" });
  expect(slug).toBe("growth-features");
  await store(world, tenant, wholeRun());
  const { projects } = await trpc.projects.overview(organization());
  expect(projects).toMatchObject([
    { slug: "growth-features", runs: 0, lastRunAt: null, success: null },
    { slug: tenant.ref.project, runs: 1, lastRunAt: expect.stringMatching(/Z$/), success: 1 },
  ]);
  await trpc.projects.update({ ...tenant.ref, slug: "moved" });
  await expect(trpc.projects.get(tenant.ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const moved = { ...organization(), project: "moved" };
  expect(await trpc.projects.get(moved)).toMatchObject({ slug: "moved", organizationRole: "owner" });
  expect((await trpc.runs.list(moved)).runs).toHaveLength(1);
});

test("a deleted project is closed on every side, and open again when it is restored", async () => {
  const { trpc } = tenant.owner;
  const runId = createUuidV7();
  await store(world, tenant, wholeRun(runId));
  const { id } = await trpc.projects.remove(tenant.ref);
  await expect(trpc.runs.get({ ...tenant.ref, runId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await trpc.projects.list()).toEqual([]);
  await vi.waitUntil(async () => (await send(world, tenant, wholeRun())).status === 401, {
    timeout: 5000,
    interval: 200,
  });
  await trpc.projects.restore({ ...organization(), id });
  expect(await trpc.runs.get({ ...tenant.ref, runId })).toMatchObject({ id: runId });
  await vi.waitUntil(async () => (await send(world, tenant, wholeRun())).status === 202, { timeout: 5000 });
});

test("batches that come while a project is deleted are taken or refused, and never stuck", async () => {
  const statuses = new Set<number>();
  let deleted = false;
  const sending = (async () => {
    for (const until = Date.now() + 30_000; Date.now() < until && !(deleted && statuses.has(401)); ) {
      statuses.add((await send(world, tenant, wholeRun())).status);
      await drain({ ctx: world.services });
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await tenant.owner.trpc.projects.remove(tenant.ref);
  deleted = true;
  await sending;
  expect([...statuses].sort()).toEqual([202, 401]);
  while ((await drain({ ctx: world.services })).batches.length > 0);
  expect(await inbox()).toBe(0);
  const quarantined = { where: { projectId: projectId() } };
  expect(await withSystem(world.services.db, (tx) => tx.quarantinedBatch.count(quarantined))).toBe(0);
});

test("the stream of a deleted project ends by itself", async () => {
  const stream = await tenant.owner.trpc.runs.live(tenant.ref);
  const news = stream[Symbol.asyncIterator]();
  expect((await news.next()).done).toBe(false);
  await tenant.owner.trpc.projects.remove(tenant.ref);
  expect((await news.next()).done).toBe(true);
});

test("a guest who administers the project changes and deletes it, and can neither restore nor transfer it", async () => {
  const { trpc, stranger } = await createGuest("admin");
  await trpc.projects.update({ ...tenant.ref, description: "Mended" });
  expect(await trpc.projects.get(tenant.ref)).toMatchObject({
    description: "Mended",
    role: "admin",
    organizationRole: null,
  });
  const transfer = trpc.projects.transfer({ ...tenant.ref, to: stranger.ref.org });
  await expect(transfer).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(trpc.projects.overview(organization())).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { id } = await trpc.projects.remove(tenant.ref);
  const restore = trpc.projects.restore({ ...organization(), id });
  await expect(restore).rejects.toMatchObject({ code: "NOT_FOUND" });
  const elsewhere = trpc.projects.restore({ org: stranger.ref.org, id });
  await expect(elsewhere).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a guest who views changes nothing, and a member deletes nothing", async () => {
  const { trpc } = await createGuest("viewer");
  const update = trpc.projects.update({ ...tenant.ref, name: "Taken over" });
  await expect(update).rejects.toMatchObject({ code: "FORBIDDEN" });
  const member = await createMember(world, tenant, "member");
  await expect(member.trpc.projects.remove(tenant.ref)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const create = member.trpc.projects.create({ ...organization(), name: "Mine" });
  await expect(create).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a transferred project takes its runs and keys along", async () => {
  const runId = createUuidV7();
  await store(world, tenant, wholeRun(runId));
  const target = await createTenant(world);
  await withSystem(world.services.db, (tx) =>
    tx.membership.create({
      data: { organizationId: target.scope.organizationId, userId: tenant.owner.userId, role: "admin" },
    }),
  );
  const moved = await tenant.owner.trpc.projects.transfer({ ...tenant.ref, to: target.ref.org });
  expect(await target.owner.trpc.runs.get({ ...moved, runId })).toMatchObject({ id: runId });
  await expect(tenant.owner.trpc.runs.list(tenant.ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await store(world, tenant, wholeRun());
  expect((await target.owner.trpc.runs.list(moved)).runs).toHaveLength(2);
});
