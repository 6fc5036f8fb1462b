import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { authenticateApiKey } from "../api-key/authenticate";
import { createApiKey } from "../api-key/create";
import { createTeam, refusals, type Somebody, type Team } from "../member/testing/team";
import { listProjectsForUser } from "../project/list-for-user";
import type { SignUpMode } from "../user/sign-up-mode";
import { createOrganization } from "./create";
import { getOrganization } from "./get";
import { listOrganizationsForUser } from "./list-for-user";
import { mayCreateOrganization } from "./may-create";
import { removeOrganization } from "./remove";
import { restoreOrganization } from "./restore";
import { updateOrganization } from "./update";

const db = await createTestDatabase();
const DAY_MS = 24 * 60 * 60 * 1000;

let clock: Date;
let team: Team;
let owner: Somebody;
beforeEach(async () => {
  clock = new Date("2026-11-23T12:00:00Z");
  team = await createTeam(db, () => clock);
  owner = await team.member("owner");
});

const list = ({ userId }: Somebody) => listOrganizationsForUser({ ctx: team.ctx, input: { userId } });
const create = ({ userId }: Somebody, name: string, signUp: SignUpMode = "open", slug?: string) =>
  createOrganization({ ctx: team.ctx, input: { userId, name, slug }, signUp });
const remove = async (who: Somebody) => removeOrganization({ ctx: await who.organization() });
const restore = ({ userId }: Somebody) =>
  restoreOrganization({ ctx: team.ctx, input: { userId, slug: team.ref.org } });

test("whoever founds an organisation owns it", async () => {
  const founder = await team.stranger();
  const { slug } = await create(founder, "  Zürich & Søn ");
  expect(slug).toBe("zurich-son");
  expect(await list(founder)).toEqual([
    {
      slug,
      name: "Zürich & Søn",
      role: "owner",
      projects: 0,
      people: 1,
      deletedAt: null,
      mayRestore: false,
    },
  ]);
  const events = await withSystem(db, (tx) => tx.auditEvent.findMany({ where: { actorId: founder.userId } }));
  expect(events).toMatchObject([
    { action: "organization.created", target: "Zürich & Søn", detail: { slug }, address: "192.0.2.7" },
  ]);
});

test("where people cannot sign up by themselves, only owners found more", async () => {
  const admin = await team.member("admin");
  for (const signUp of ["invitation", "closed"] as const) {
    const may = ({ userId }: Somebody) => mayCreateOrganization({ ctx: team.ctx, input: { userId }, signUp });
    expect([await may(owner), await may(admin), await may(await team.stranger())]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await refusals([create(admin, "Mine", signUp)])).toEqual(["forbidden"]);
    expect(await create(owner, `Second ${signUp}`, signUp)).toEqual({ slug: `second-${signUp}` });
  }
});

test("on an instance without any organisation somebody may found the first", async () => {
  const empty = await createTestDatabase();
  const ctx = { db: empty, now: () => clock };
  const userId = crypto.randomUUID();
  await withSystem(empty, (tx) =>
    tx.user.create({ data: { id: userId, email: "a@example.org", name: "A" } }),
  );
  await createOrganization({ ctx, input: { userId, name: "First" }, signUp: "closed" });
  const other = crypto.randomUUID();
  expect(await mayCreateOrganization({ ctx, input: { userId: other }, signUp: "closed" })).toBe(false);
});

test("organisations of one name at the same moment get different addresses", async () => {
  const founders = await Promise.all(Array.from({ length: 12 }, () => team.stranger()));
  const made = await Promise.all(founders.map((founder) => create(founder, "Same name")));
  const slugs = made.map(({ slug }) => slug).sort();
  expect(new Set(slugs).size).toBe(12);
  expect(slugs).toEqual(expect.arrayContaining(["same-name", "same-name-2", "same-name-9"]));
  const chosen = create(owner, "Any", "open", "same-name");
  await expect(chosen).rejects.toMatchObject({ code: "conflict", path: "/slug" });
});

test("nobody owns more than fifty, however fast they are", async () => {
  const founder = await team.stranger();
  for (let i = 0; i < 48; i++) await create(founder, `Many ${i}`);
  const refused = await refusals([1, 2, 3, 4].map((i) => create(founder, `More ${i}`)));
  expect(refused).toEqual(["conflict", "conflict"]);
  expect(await list(founder)).toHaveLength(50);
});

test("name and address change, unless the address is taken or a page's", async () => {
  const before = team.ref.org;
  const admin = await team.member("admin");
  const update = async (input: { name?: string; slug?: string }, who = admin) =>
    updateOrganization({ ctx: await who.organization(), input });
  await expect(update({ slug: "api" })).rejects.toThrow();
  const other = await createTeam(db);
  await expect(update({ slug: other.ref.org })).rejects.toMatchObject({ code: "conflict", path: "/slug" });
  await expect(update({ name: "x\0y" })).rejects.toThrow();
  expect(await refusals([update({ name: "No" }, await team.member("member"))])).toEqual(["forbidden"]);
  const { name } = team.organization;
  expect(await update({ name })).toEqual({ slug: before, name });
  const ctx = await admin.organization();
  await update({ name: "New name", slug: `${before}-new` });
  expect(await getOrganization({ ctx })).toMatchObject({
    slug: `${before}-new`,
    name: "New name",
    role: "admin",
    people: 3,
    projects: 1,
  });
  await expect(admin.organization()).rejects.toMatchObject({ code: "not_found" });
  expect(await team.audit()).toMatchObject([
    {
      action: "organization.renamed",
      actor: admin.email,
      target: "New name",
      detail: { from: { slug: before, name }, to: { slug: `${before}-new`, name: "New name" } },
    },
  ]);
});

test("lists say what each person sees", async () => {
  const [viewer, guest] = [await team.member("viewer"), await team.guest("admin")];
  await withSystem(db, (tx) =>
    tx.project.createMany({
      data: ["second", "gone"].map((slug) => ({
        id: crypto.randomUUID(),
        organizationId: team.scope.organizationId,
        slug,
        name: slug,
        deletedAt: slug === "gone" ? clock : null,
      })),
    }),
  );
  const shared = { slug: team.ref.org, name: team.organization.name, deletedAt: null, mayRestore: false };
  expect(await list(viewer)).toEqual([{ ...shared, role: "viewer", projects: 2, people: 2 }]);
  expect(await list(guest)).toEqual([{ ...shared, role: null, projects: 1, people: 0 }]);
  expect(await list(await team.stranger())).toEqual([]);
});

test("deletion closes everything at once, and an owner can take it back for seven days", async () => {
  const [admin, guest] = [await team.member("admin"), await team.guest("admin")];
  const hashingKey = Buffer.alloc(32, 1);
  const made = { ctx: await owner.project(), input: { name: "CI", scopes: ["read" as const] }, hashingKey };
  const { key } = await createApiKey(made);
  const opens = async () => {
    const entered = await Promise.allSettled([owner.organization(), admin.project(), guest.project()]);
    const projects = await listProjectsForUser({ ctx: team.ctx, input: { userId: guest.userId } });
    const keyed = await authenticateApiKey({ ctx: team.ctx, input: { key }, hashingKey });
    return [...entered.map(({ status }) => status === "fulfilled"), projects.length > 0, keyed !== null];
  };
  expect(await opens()).toEqual(Array(5).fill(true));
  expect(await refusals([remove(admin)])).toEqual(["forbidden"]);
  expect(await remove(owner)).toEqual({ restorableUntil: "2026-11-30T12:00:00.000Z" });
  expect(await opens()).toEqual(Array(5).fill(false));
  expect([await list(admin), await list(guest)]).toEqual([[], []]);
  expect(await list(owner)).toMatchObject([{ deletedAt: clock.toISOString(), mayRestore: true }]);
  const stranger = await team.stranger();
  expect(await refusals([restore(admin), restore(guest), restore(stranger)])).toEqual(
    Array(3).fill("not_found"),
  );
  clock = new Date(clock.getTime() + 7 * DAY_MS - 1);
  await restore(owner);
  expect(await opens()).toEqual(Array(5).fill(true));
  expect(await refusals([restore(owner)])).toEqual(["not_found"]);
  const lines = (await team.audit()).map(({ action }) => action);
  expect(lines.filter((action) => action.startsWith("organization"))).toEqual([
    "organization.deleted",
    "organization.restored",
  ]);
});

test("after seven days there is nothing to restore", async () => {
  await remove(owner);
  clock = new Date(clock.getTime() + 7 * DAY_MS);
  expect(await refusals([restore(owner)])).toEqual(["not_found"]);
  expect(await list(owner)).toEqual([]);
});

test("what was let in before the deletion changes nothing after it", async () => {
  const ctx = await owner.organization();
  await remove(owner);
  expect(await refusals([removeOrganization({ ctx }), getOrganization({ ctx })])).toEqual([
    "not_found",
    "not_found",
  ]);
  const renamed = updateOrganization({ ctx, input: { name: "Too late" } });
  expect(await refusals([renamed])).toEqual(["not_found"]);
});
