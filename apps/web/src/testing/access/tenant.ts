import { randomBytes } from "node:crypto";
import { type Context, createApiKey } from "@heddle/core";
import { withSystem } from "@heddle/db";
import { createTestProject, type TestProject } from "@heddle/db/testing";
import type { World } from "../world";
import { type About, fill } from "./about";
import type { Person } from "./people";

export interface MarkedTenant extends TestProject {
  about: About;
  /** A project of the organisation with nothing in it. */
  other: string;
}

/** A tenant with one of everything and its own mark in each text. Without runs it is made faster. */
export async function createMarkedTenant(
  world: World,
  { webhook, runs }: { webhook: string; runs: boolean },
): Promise<MarkedTenant> {
  const { db, keys } = world.services;
  const made = await createTestProject(db);
  const { organizationId, projectId } = made.scope;
  const mark = `mark${randomBytes(8).toString("hex")}`;
  const other = await withSystem(db, async (tx) => {
    const data = { name: `${mark} name` };
    await tx.organization.update({ where: { id: organizationId }, data });
    await tx.project.update({ where: { id: projectId }, data: { ...data, description: `${mark} text` } });
    const id = crypto.randomUUID();
    await tx.project.create({ data: { id, organizationId, slug: "other", ...data } });
    return id;
  });
  const actor = { type: "system", job: "test" } as const;
  const ctx: Context = { db, scope: made.scope, now: () => new Date(), actor };
  const input = { name: `${mark} ingest`, scopes: ["ingest" as const] };
  const { key: ingestKey } = await createApiKey({ ctx, input, hashingKey: keys.apiKey });
  return { ...made, other, about: await fill(world, made, { mark, webhook, ingestKey, runs }) };
}

/** What somebody has in a tenant. */
export type Place = Pick<Person, "membership" | "grant" | "grantElsewhere">;

/** Gives somebody their place in a tenant. */
export async function enter(world: World, tenant: MarkedTenant, place: Place, userId: string) {
  const { organizationId, projectId } = tenant.scope;
  const { membership, grant, grantElsewhere } = place;
  await withSystem(world.services.db, async (tx) => {
    if (membership) await tx.membership.create({ data: { organizationId, userId, role: membership } });
    if (grant) await tx.projectGrant.create({ data: { projectId, userId, role: grant } });
    if (grantElsewhere)
      await tx.projectGrant.create({ data: { projectId: tenant.other, userId, role: grantElsewhere } });
  });
}

/** Lets happen to somebody what the table of people says, once they have signed in. */
export async function leave(world: World, person: Person, userId: string) {
  await withSystem(world.services.db, async (tx) => {
    if (person.since === "deleted") await tx.user.delete({ where: { id: userId } });
    if (person.since === "signed out everywhere")
      await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
    if (person.since !== "left") return;
    await tx.membership.deleteMany({ where: { userId } });
    await tx.projectGrant.deleteMany({ where: { userId } });
  });
}
