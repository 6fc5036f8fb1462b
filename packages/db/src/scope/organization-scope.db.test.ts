import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, createTestProject, type TestProject } from "../testing";
import { type Tx, withOrganization, withScope, withSystem } from "./prisma-transaction";

const db = await createTestDatabase();
const home = await createTestProject(db);
const foreign = await createTestProject(db);
const { organizationId } = home.scope;
/** A second project of the same organisation. */
const second = { organizationId, projectId: randomUUID() };
/** By their part in the world: ids of people. */
const people = { member: randomUUID(), guest: randomUUID(), stranger: randomUUID() };

const invitation = (scope: { organizationId: string; projectId: string | null }) => ({
  ...scope,
  id: randomUUID(),
  role: "viewer" as const,
  hash: randomBytes(32),
  expiresAt: new Date("2027-01-01"),
});
const apiKey = (scope: { organizationId: string; projectId: string | null }) => ({
  ...scope,
  id: randomUUID(),
  name: "Key",
  prefix: "hdl_",
  hash: randomBytes(32),
  scopes: ["read"],
});
const auditEvent = (scope: { organizationId: string; projectId: string | null }) => ({
  ...scope,
  id: randomUUID(),
  actorType: "system",
  actor: "test",
  action: "project.renamed",
  target: "it",
});

async function fill(tx: Tx, scope: TestProject["scope"]): Promise<void> {
  await tx.pipeline.create({ data: { projectId: scope.projectId, id: randomUUID(), name: "daily" } });
  for (const part of [scope, { ...scope, projectId: null }]) {
    await tx.invitation.create({ data: invitation(part) });
    await tx.apiKey.create({ data: apiKey(part) });
    await tx.auditEvent.create({ data: auditEvent(part) });
  }
}

beforeAll(async () => {
  await withSystem(db, async (tx) => {
    for (const [name, id] of Object.entries(people)) {
      await tx.user.create({ data: { id, name, email: `${name}@example.org`, passwordHash: "secret" } });
    }
    await tx.project.create({
      data: { id: second.projectId, organizationId, slug: "second", name: "Second" },
    });
    await tx.membership.create({ data: { organizationId, userId: people.member, role: "owner" } });
    await tx.projectGrant.create({
      data: { projectId: second.projectId, userId: people.guest, role: "viewer" },
    });
    await tx.membership.create({
      data: { organizationId: foreign.scope.organizationId, userId: people.stranger, role: "owner" },
    });
    for (const scope of [home.scope, foreign.scope]) await fill(tx, scope);
  });
});

const names = { select: { name: true }, orderBy: { name: "asc" } } as const;
const counts = async (tx: Tx) => ({
  projects: await tx.project.count(),
  invitations: await tx.invitation.count(),
  keys: await tx.apiKey.count(),
  events: await tx.auditEvent.count(),
  grants: await tx.projectGrant.count(),
  pipelines: await tx.pipeline.count(),
  people: (await tx.user.findMany(names)).map(({ name }) => name),
});

test("an organisation sees what belongs to it and to its projects, and no telemetry", async () => {
  expect(await withOrganization(db, organizationId, counts)).toEqual({
    projects: 2,
    invitations: 2,
    keys: 2,
    events: 2,
    grants: 1,
    pipelines: 0,
    people: ["guest", "member"],
  });
});

test("a project sees its own part of that, and who is a guest of another project is not its business", async () => {
  const own = {
    projects: 2,
    invitations: 1,
    keys: 1,
    events: 1,
    grants: 0,
    pipelines: 1,
    people: ["member"],
  };
  expect(await withScope(db, home.scope, counts)).toEqual(own);
  const of = {
    ...own,
    invitations: 0,
    keys: 0,
    events: 0,
    grants: 1,
    pipelines: 0,
    people: ["guest", "member"],
  };
  expect(await withScope(db, second, counts)).toEqual(of);
});

test("who acts for a tenant sees of people no more than their names and addresses", async () => {
  await expect(withOrganization(db, organizationId, (tx) => tx.user.findMany())).rejects.toThrow(
    /permission denied/,
  );
  const change = (tx: Tx) => tx.user.updateMany({ data: { name: "taken over" } });
  await expect(withOrganization(db, organizationId, change)).rejects.toThrow(/permission denied/);
});

describe("refused, whoever forgets to check", () => {
  const theirs = { organizationId, projectId: foreign.scope.projectId };
  const grant = (projectId: string, role: "owner" | "viewer") => ({ projectId, userId: people.guest, role });

  const attempts: [string, (tx: Tx) => Promise<unknown>][] = [
    [
      "a key that names another organisation's project",
      (tx: Tx) => tx.apiKey.create({ data: apiKey(theirs) }),
    ],
    ["an invitation to it", (tx: Tx) => tx.invitation.create({ data: invitation(theirs) })],
    ["a grant on it", (tx: Tx) => tx.projectGrant.create({ data: grant(theirs.projectId, "viewer") })],
    [
      "a grant of ownership",
      (tx: Tx) => tx.projectGrant.create({ data: grant(home.scope.projectId, "owner") }),
    ],
  ];
  test.each(attempts)("%s", async (_, work) => {
    await expect(withOrganization(db, organizationId, work)).rejects.toThrow(/row-level security/);
  });

  test("a key for the whole organisation, made for a project", async () => {
    const wide = apiKey({ organizationId, projectId: null });
    await expect(withScope(db, home.scope, (tx) => tx.apiKey.create({ data: wide }))).rejects.toThrow(
      /row-level security/,
    );
  });

  test("changing what was written down", async () => {
    const forget = (tx: Tx) => tx.auditEvent.deleteMany();
    await expect(withOrganization(db, organizationId, forget)).rejects.toThrow(/permission denied/);
    const forge = (tx: Tx) => tx.auditEvent.updateMany({ data: { actor: "somebody else" } });
    await expect(withOrganization(db, organizationId, forge)).rejects.toThrow(/permission denied/);
  });
});
