import { randomUUID } from "node:crypto";
import { withOrganization } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import type { Context, OrganizationContext, Role } from "../context";
import type { TenantContext } from "../tenant";
import type { AuditAction } from "./action";
import { listAuditEvents } from "./list";
import { recordAudit } from "./record";

const db = await createTestDatabase();
const START = Date.parse("2026-11-23T12:00:00Z");

interface Home {
  organization: OrganizationContext;
  project: Context;
  slug: string;
}

let home: Home;
let strangers: Home;

const somebody = (role: Role) =>
  ({ type: "user", userId: randomUUID(), email: "Ada@example.org", role }) as const;

async function createHome(): Promise<Home> {
  const { scope, project } = await createTestProject(db);
  const base = { db, now: () => new Date(START + 3_600_000), actor: somebody("admin") };
  const organization = { ...base, organizationId: scope.organizationId };
  return { organization, project: { ...base, scope }, slug: project.slug };
}

/** Writes one event a second, from the first second on, and gives their targets. */
async function write(to: TenantContext, targets: string[], action: AuditAction = "key.created", at = START) {
  const { organizationId } = "scope" in to ? to.scope : to;
  await withOrganization(db, organizationId, async (tx) => {
    for (const [second, target] of targets.entries()) {
      const now = () => new Date(at + second * 1000);
      await recordAudit(tx, { ...to, now }, { action, target, detail: { of: organizationId } });
    }
  });
}

const names = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

async function all(ctx: TenantContext, input: object): Promise<string[]> {
  const targets: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listAuditEvents({ ctx, input: { ...input, cursor } });
    targets.push(...page.events.map(({ target }) => target));
    expect(page.hasMore).toBe(page.nextCursor !== null);
    cursor = page.nextCursor;
  }
  return targets;
}

beforeAll(async () => {
  [home, strangers] = [await createHome(), await createHome()];
  await write(home.organization, names(7, "o"));
  await write(home.project, names(5, "p"), "channel.created", START + 500);
  await write(strangers.organization, names(3, "s"));
});

test("pages show every event once, newest first", async () => {
  const expected = ["o6", "o5", "p4", "o4", "p3", "o3", "p2", "o2", "p1", "o1", "p0", "o0"];
  for (const limit of [1, 5, 12, 100]) expect(await all(home.organization, { limit })).toEqual(expected);
});

test("a project shows its own events", async () => {
  const expected = ["p4", "p3", "p2", "p1", "p0"];
  expect(await all(home.project, {})).toEqual(expected);
  expect(await all(home.organization, { project: home.slug })).toEqual(expected);
});

test("what is asked for is found, and nothing of other organisations", async () => {
  const { organization } = home;
  const list = (input: object) => all(organization, input);
  expect(await list({ action: "channel" })).toHaveLength(5);
  expect(await list({ action: "channel.created" })).toHaveLength(5);
  expect(await list({ action: "chan" })).toEqual([]);
  expect(await list({ actor: "aDA@" })).toHaveLength(12);
  expect(await list({ actor: "%" })).toEqual([]);
  expect(await list({ project: strangers.slug })).toEqual([]);
  expect(await all(home.project, { project: strangers.slug })).toEqual([]);
  const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();
  expect(await list({ since: at(5), until: at(6) })).toEqual(["o5"]);
  expect(await list({ since: at(2), until: at(3), action: "key", limit: 1 })).toEqual(["o2"]);
});

test("an event says who, what, where and from where", async () => {
  const actor = somebody("owner");
  const { organization } = home;
  await withOrganization(db, organization.organizationId, (tx) =>
    recordAudit(
      tx,
      { ...organization, actor, address: "192.0.2.9", now: () => new Date(START - 1000) },
      {
        action: "member.role_changed",
        target: "bob@example.org",
        targetId: "b",
        projectId: home.project.scope.projectId,
        detail: { from: "viewer", to: "admin" },
      },
    ),
  );
  const input = { action: "member.role_changed" };
  const { events } = await listAuditEvents({ ctx: organization, input });
  expect(events).toEqual([
    {
      id: expect.any(String),
      at: "2026-11-23T11:59:59.000Z",
      action: "member.role_changed",
      actor: { type: "user", id: actor.userId, name: "Ada@example.org" },
      address: "192.0.2.9",
      project: { id: home.project.scope.projectId, slug: home.slug, name: expect.any(String) },
      target: "bob@example.org",
      targetId: "b",
      detail: { from: "viewer", to: "admin" },
    },
  ]);
});

test("a cursor of another tenant, of another order or made up is none", async () => {
  const cursorOf = async (ctx: TenantContext) =>
    (await listAuditEvents({ ctx, input: { limit: 1 } })).nextCursor ?? "";
  const own = await cursorOf(home.organization);
  const cursors = [
    await cursorOf(strangers.organization),
    await cursorOf(home.project),
    "nonsense",
    Buffer.from(JSON.stringify([home.organization.organizationId, "newest", "x"])).toString("base64url"),
  ];
  for (const cursor of cursors) {
    const listed = listAuditEvents({ ctx: home.organization, input: { cursor } });
    await expect(listed).rejects.toMatchObject({ code: "invalid", path: "/cursor" });
  }
  const turned = listAuditEvents({ ctx: home.organization, input: { cursor: own, order: "oldest" } });
  await expect(turned).rejects.toMatchObject({ code: "invalid" });
});

test("whoever follows the oldest first misses nothing that is still being written", async () => {
  const { organization } = await createHome();
  const now = START + 120_000;
  const ctx = { ...organization, now: () => new Date(now) };
  const follow = (cursor?: string | null) =>
    listAuditEvents({ ctx, input: { order: "oldest", limit: 2, cursor } });
  expect(await follow()).toEqual({ events: [], nextCursor: null, hasMore: false });
  await write(organization, names(3, "a"));
  await write(organization, ["too new"], "key.created", now - 69_000);
  const first = await follow();
  expect(first.events.map(({ target }) => target)).toEqual(["a0", "a1"]);
  const second = await follow(first.nextCursor);
  expect(second).toMatchObject({ events: [{ target: "a2" }], hasMore: false });
  const third = await follow(second.nextCursor);
  expect(third).toEqual({ events: [], nextCursor: second.nextCursor, hasMore: false });
  ctx.now = () => new Date(now + 2000);
  expect((await follow(third.nextCursor)).events).toMatchObject([{ target: "too new" }]);
});

test.each(["member", "viewer"] as const)("a %s does not see the record", async (role) => {
  for (const ctx of [home.organization, home.project]) {
    const listed = listAuditEvents({ ctx: { ...ctx, actor: somebody(role) }, input: {} });
    await expect(listed).rejects.toMatchObject({ code: "forbidden" });
  }
});
