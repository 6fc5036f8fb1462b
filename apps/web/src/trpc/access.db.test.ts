import { beforeAll, expect, test } from "vitest";
import { createMember, createTenant, createWorld, type Tenant, type World } from "../testing/world";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
});

test("a key of another project can be neither seen nor revoked", async () => {
  const stranger = await createTenant(world);
  const [key] = await tenant.owner.trpc.keys.list(tenant.ref);
  const input = { ...stranger.ref, id: key?.id ?? "" };
  await expect(stranger.owner.trpc.keys.revoke(input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const seen = await stranger.owner.trpc.keys.list(stranger.ref);
  expect(seen.map(({ id }) => id)).not.toContain(key?.id);
  expect((await tenant.owner.trpc.keys.list(tenant.ref)).every(({ revokedAt }) => revokedAt === null)).toBe(
    true,
  );
});

test("the slugs of one's own organisation do not open another's project of the same name", async () => {
  const stranger = await createTenant(world);
  const mixed = { org: stranger.ref.org, project: tenant.ref.project };
  await expect(stranger.owner.trpc.runs.list(mixed)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a membership that ends ends the access with it", async () => {
  const { trpc, userId } = await createMember(world, tenant, "viewer");
  expect(await trpc.projects.list()).toHaveLength(1);
  await world.services.db.prisma.$transaction(async (tx) => {
    await tx.$executeRawUnsafe("SET LOCAL ROLE heddle_system");
    await tx.membership.deleteMany({ where: { userId } });
  });
  await expect(trpc.runs.list(tenant.ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await trpc.projects.list()).toEqual([]);
});
