import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { createTestDatabase, createTestProject, type TestProject } from "@heddle/db/testing";
import { beforeEach, describe, expect, test } from "vitest";
import type { Context, OrganizationContext, Role } from "../context";
import { countExpiredRuns } from "./count-expired";
import { createProject } from "./create";
import { getProject } from "./get";
import { readProjectsOverview } from "./overview";
import { removeProject } from "./remove";
import { resolveProject } from "./resolve";
import { restoreProject } from "./restore";
import { updateProject } from "./update";

const DAY_MS = 24 * 60 * 60 * 1000;
const db = await createTestDatabase();
let now = new Date();
let made: TestProject;

beforeEach(async () => {
  now = new Date();
  made = await createTestProject(db);
});

const actor = (role: Role) => {
  return { type: "user", userId: createUuidV7(), email: `${role}@example.org`, role } as const;
};
const inProject = (role: Role): Context => ({ db, now: () => now, scope: made.scope, actor: actor(role) });
const inOrganization = (role: Role): OrganizationContext => {
  return { db, now: () => now, organizationId: made.scope.organizationId, actor: actor(role) };
};

const events = (organizationId = made.scope.organizationId) =>
  withSystem(db, (tx) => tx.auditEvent.findMany({ where: { organizationId }, orderBy: { id: "asc" } }));
const actions = async () => (await events()).map(({ action }) => action);

describe("making", () => {
  test("a project has an address from its name, and is written down", async () => {
    const { id, slug } = await createProject({
      ctx: inOrganization("admin"),
      input: { name: " Größe: Ürün! " },
    });
    expect(slug).toBe("grosse-urun");
    expect(await events()).toMatchObject([
      { action: "project.created", projectId: id, target: "Größe: Ürün!", actor: "admin@example.org" },
    ]);
  });

  test("many at once with one name get addresses of their own", async () => {
    const names = Array.from({ length: 12 }, () => ({ name: "Growth" }));
    const ctx = inOrganization("owner");
    const slugs = await Promise.all(names.map((input) => createProject({ ctx, input })));
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(12);
  });

  test("an address that is taken is refused, and by a deleted project it says so", async () => {
    const input = { name: "Other", slug: made.project.slug };
    const refused = createProject({ ctx: inOrganization("owner"), input });
    await expect(refused).rejects.toMatchObject({ code: "conflict", path: "/slug" });
    await removeProject({ ctx: inProject("owner") });
    const explained = createProject({ ctx: inOrganization("owner"), input });
    await expect(explained).rejects.toMatchObject({
      code: "conflict",
      path: "/slug",
      message: expect.stringContaining("deleted"),
      fix: expect.stringMatching(/Restore.*\d{4}-\d\d-\d\d/),
    });
  });

  test.each([
    [{ name: "" }],
    [{ name: "x".repeat(101) }],
    [{ name: "a\0b" }],
    [{ name: "A", slug: "settings" }],
    [{ name: "A", slug: "A b" }],
    [{ name: "A", description: "x".repeat(2001) }],
  ])("%j is refused", async (input) => {
    await expect(createProject({ ctx: inOrganization("owner"), input })).rejects.toThrow();
    expect(await actions()).toEqual([]);
  });

  test("a project may be called Settings, but not live at that address", async () => {
    const { slug } = await createProject({ ctx: inOrganization("owner"), input: { name: "Settings" } });
    expect(slug).toBe("settings-2");
  });

  test("an organisation that is full takes no more, however many try at once", async () => {
    const { organizationId } = made.scope;
    await withSystem(db, (tx) =>
      tx.project.createMany({
        data: Array.from({ length: 997 }, (_, i) => {
          return { id: createUuidV7(), organizationId, slug: `p${i}`, name: `P${i}` };
        }),
      }),
    );
    const ctx = inOrganization("owner");
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => createProject({ ctx, input: { name: "New" } })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const refusal = tries.find((each) => each.status === "rejected");
    expect(refusal?.reason).toMatchObject({ code: "conflict", message: expect.stringContaining("1000") });
  });
});

describe("changing", () => {
  test("what changes is written down as it was and as it is", async () => {
    const before = await getProject({ ctx: inProject("viewer") });
    const input = { description: "What it is for", retentionDays: 30, slug: "elsewhere", name: before.name };
    expect(await updateProject({ ctx: inProject("admin"), input })).toEqual({ slug: "elsewhere" });
    expect(await getProject({ ctx: inProject("viewer") })).toEqual({ ...before, ...input });
    now = new Date(now.getTime() + 1);
    await updateProject({ ctx: inProject("admin"), input: { retentionDays: null } });
    now = new Date(now.getTime() + 1);
    await updateProject({ ctx: inProject("admin"), input: { name: "Renamed" } });
    await updateProject({ ctx: inProject("admin"), input: { name: "Renamed" } });
    expect((await events()).map(({ action, detail }) => ({ action, detail }))).toEqual([
      {
        action: "project.changed",
        detail: {
          from: { description: "", retentionDays: null, slug: before.slug },
          to: { description: "What it is for", retentionDays: 30, slug: "elsewhere" },
        },
      },
      { action: "project.changed", detail: { from: { retentionDays: 30 }, to: { retentionDays: null } } },
      { action: "project.renamed", detail: { from: { name: before.name }, to: { name: "Renamed" } } },
    ]);
  });

  test("the address of another project cannot be taken", async () => {
    const { slug } = await createProject({ ctx: inOrganization("owner"), input: { name: "Neighbour" } });
    const update = updateProject({ ctx: inProject("owner"), input: { slug, name: "Changed" } });
    await expect(update).rejects.toMatchObject({ code: "conflict", path: "/slug" });
    expect((await getProject({ ctx: inProject("owner") })).name).toBe(made.project.name);
    expect(await actions()).toEqual(["project.created"]);
  });

  test.each([0, -1, 3651, 1.5])("a retention of %d days is refused", async (retentionDays) => {
    await expect(updateProject({ ctx: inProject("owner"), input: { retentionDays } })).rejects.toThrow();
  });

  test("a shorter retention says first what it would delete", async () => {
    const { projectId } = made.scope;
    await withSystem(db, (tx) =>
      tx.run.createMany({
        data: [1, 5, 9, 20].map((days) => {
          const at = new Date(now.getTime() - days * DAY_MS);
          return { projectId, id: createUuidV7(at.getTime()), startedAt: at, lastSeenAt: at };
        }),
      }),
    );
    const count = (retentionDays: number) =>
      countExpiredRuns({ ctx: inProject("admin"), input: { retentionDays } });
    expect(await count(7)).toMatchObject({ runs: 2, more: false });
    expect(await count(30)).toMatchObject({ runs: 0, more: false });
  });
});

describe("deleting", () => {
  const open = () => {
    const { organization, project } = made;
    const input = { org: organization.slug, project: project.slug, userId: "" };
    return async (userId: string) =>
      resolveProject({ ctx: { db, now: () => now }, input: { ...input, userId } });
  };

  async function member(role: Role): Promise<string> {
    const id = createUuidV7();
    const { organizationId } = made.scope;
    await withSystem(db, async (tx) => {
      await tx.user.create({ data: { id, email: `${id}@example.org`, name: "Somebody" } });
      await tx.membership.create({ data: { organizationId, userId: id, role } });
    });
    return id;
  }

  test("a deleted project is there for nobody, until it is restored", async () => {
    const owner = await member("owner");
    const { id, name, restorableUntil } = await removeProject({ ctx: inProject("admin") });
    expect(name).toBe(made.project.name);
    expect(new Date(restorableUntil).getTime() - now.getTime()).toBe(7 * DAY_MS);
    await expect(open()(owner)).rejects.toMatchObject({ code: "not_found" });
    const seen = await readProjectsOverview({ ctx: inOrganization("admin") });
    expect(seen).toMatchObject({ projects: [], deleted: [{ id, restorableUntil }] });
    const unseen = await readProjectsOverview({ ctx: inOrganization("member") });
    expect(unseen).toEqual({ projects: [], deleted: [] });
    now = new Date(now.getTime() + 7 * DAY_MS - 1);
    await restoreProject({ ctx: inOrganization("admin"), input: { id } });
    expect((await open()(owner)).scope).toEqual(made.scope);
    await restoreProject({ ctx: inOrganization("admin"), input: { id } });
    expect(await actions()).toEqual(["project.deleted", "project.restored"]);
  });

  test("two who delete at once: one does", async () => {
    const tries = await Promise.allSettled([1, 2, 3].map(() => removeProject({ ctx: inProject("owner") })));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await actions()).toEqual(["project.deleted"]);
  });

  test("after a week it cannot be restored, and is not offered", async () => {
    const { id } = await removeProject({ ctx: inProject("owner") });
    now = new Date(now.getTime() + 7 * DAY_MS);
    const restore = restoreProject({ ctx: inOrganization("owner"), input: { id } });
    await expect(restore).rejects.toMatchObject({ code: "not_found", path: "/id" });
    expect((await readProjectsOverview({ ctx: inOrganization("owner") })).deleted).toEqual([]);
  });

  test("another organisation's project can neither be restored nor seen", async () => {
    const { id } = await removeProject({ ctx: inProject("owner") });
    const other = await createTestProject(db);
    const ctx = { ...inOrganization("owner"), organizationId: other.scope.organizationId };
    await expect(restoreProject({ ctx, input: { id } })).rejects.toMatchObject({ code: "not_found" });
    const seen = await readProjectsOverview({ ctx });
    expect(seen.projects.map((each) => each.id)).toEqual([other.scope.projectId]);
    expect(seen.deleted).toEqual([]);
  });
});

test.each(["viewer", "member"] as const)("a %s may look and change nothing", async (role) => {
  const ctx = inProject(role);
  await expect(updateProject({ ctx, input: { name: "New" } })).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeProject({ ctx })).rejects.toMatchObject({ code: "forbidden" });
  const organization = inOrganization(role);
  const create = createProject({ ctx: organization, input: { name: "New" } });
  await expect(create).rejects.toMatchObject({ code: "forbidden" });
  const restore = restoreProject({ ctx: organization, input: { id: made.scope.projectId } });
  await expect(restore).rejects.toMatchObject({ code: "forbidden" });
  expect((await readProjectsOverview({ ctx: organization })).projects).toHaveLength(1);
  expect(await actions()).toEqual([]);
});
