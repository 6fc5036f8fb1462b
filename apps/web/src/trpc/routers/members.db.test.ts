import { withSystem } from "@heddle/db";
import { beforeAll, expect, test } from "vitest";
import {
  callerFor,
  createMember,
  createTenant,
  createWorld,
  type Member,
  type Tenant,
  type World,
} from "../../testing/world";

let world: World;
let tenant: Tenant;
let admin: Member;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
  admin = await createMember(world, tenant, "admin");
});

const linkFor = ({ userId }: { userId: string }, by = admin, ref = tenant.ref) =>
  by.trpc.members.resetLink({ ...ref, userId });
const forbidden = { code: "FORBIDDEN" };

test("an admin hands out a link that sets a new password once, and both sides can see that", async () => {
  const member = await createMember(world, tenant, "member");
  const { link, expiresAt } = await linkFor(member);
  expect(link).toMatch(/^http:\/\/heddle\.test\/reset\/[\w-]{43}$/);
  expect(new Date(expiresAt).getTime() - Date.now()).toBeGreaterThan(23 * 60 * 60 * 1000);
  const token = link.split("/").at(-1) ?? "";
  const visitor = callerFor(world, null);
  const password = "turnips in copper";
  expect(await visitor.account.reset({ token, password })).toEqual({ email: member.email });
  await expect(visitor.account.reset({ token, password })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { events } = await tenant.owner.trpc.audit.list({ org: tenant.ref.org });
  expect(events[0]).toMatchObject({ action: "member.reset_link_created", target: member.email });
  expect(JSON.stringify(events)).not.toContain(token);
  const own = await member.trpc.account.events({});
  expect(JSON.stringify(own)).toContain(admin.email);
});

test("links lead only into accounts below one's own, everywhere they lead to", async () => {
  const second = await createTenant(world);
  const [viewer, equal] = [
    await createMember(world, tenant, "viewer"),
    await createMember(world, tenant, "admin"),
  ];
  await linkFor(equal);
  await expect(linkFor(tenant.owner)).rejects.toMatchObject(forbidden);
  await expect(linkFor(admin)).rejects.toMatchObject(forbidden);
  await expect(linkFor(second.owner)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(linkFor(equal, viewer)).rejects.toMatchObject(forbidden);
  await linkFor(viewer);
  const projectGrant = { projectId: second.scope.projectId, userId: viewer.userId, role: "viewer" as const };
  await withSystem(world.services.db, (tx) => tx.projectGrant.create({ data: projectGrant }));
  await expect(linkFor(viewer)).rejects.toMatchObject(forbidden);
  const membership = { organizationId: second.scope.organizationId, userId: admin.userId };
  await withSystem(world.services.db, (tx) =>
    tx.membership.create({ data: { ...membership, role: "viewer" } }),
  );
  await expect(linkFor(viewer)).rejects.toMatchObject(forbidden);
  await second.owner.trpc.members.update({ ...second.ref, userId: admin.userId, role: "admin" });
  await linkFor(viewer);
  await second.owner.trpc.organizations.remove(second.ref);
  await linkFor(viewer);
});

test("a guest gets a link from who manages the organisation, not from who manages the project", async () => {
  const [guest, lead] = [await createTenant(world), await createTenant(world)].map(({ owner }) => owner);
  if (!guest || !lead) throw new Error("nobody was made");
  const { projectId } = tenant.scope;
  await withSystem(world.services.db, async (tx) => {
    await tx.membership.deleteMany({ where: { userId: guest.userId } });
    await tx.projectGrant.create({ data: { projectId, userId: guest.userId, role: "viewer" } });
    await tx.projectGrant.create({ data: { projectId, userId: lead.userId, role: "admin" } });
  });
  await expect(linkFor(guest, lead)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await linkFor(guest);
  await expect(linkFor(lead)).rejects.toMatchObject(forbidden);
});

test("where sign-up is open anyone founds organisations, otherwise only who owns one", async () => {
  const open = await createWorld({ accounts: { signUp: "open" } });
  const there = await createMember(open, await createTenant(open), "viewer");
  expect(await there.trpc.organizations.mayCreate()).toBe(true);
  const { slug } = await there.trpc.organizations.create({ name: "Mine" });
  expect(await there.trpc.organizations.get({ org: slug })).toMatchObject({ role: "owner", name: "Mine" });
  expect(await admin.trpc.organizations.mayCreate()).toBe(false);
  await expect(admin.trpc.organizations.create({ name: "Mine" })).rejects.toMatchObject(forbidden);
  expect(await tenant.owner.trpc.organizations.mayCreate()).toBe(true);
});
