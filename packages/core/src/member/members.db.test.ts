import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import type { Actor, OrganizationContext, Role } from "../context";
import { leaveOrganization } from "../organization/leave";
import { transferOrganization } from "../organization/transfer";
import { listMembers } from "./list";
import { removeMember } from "./remove";
import { createTeam, refusals, type Somebody, type Team } from "./testing/team";
import { updateMember } from "./update";

const db = await createTestDatabase();

let team: Team;
let owner: Somebody;
beforeEach(async () => {
  team = await createTeam(db);
  owner = await team.member("owner", "Ada");
});

const update = async (by: Somebody, { userId }: Somebody, role: Role) =>
  updateMember({ ctx: await by.organization(), input: { userId, role } });
const remove = async (by: Somebody, { userId }: Somebody) =>
  removeMember({ ctx: await by.organization(), input: { userId } });

test("members are listed by role and name, guests with what they were granted", async () => {
  const viewer = await team.member("viewer", "bob");
  await team.member("viewer", "Zoe");
  await team.member("admin", "Cyd");
  const guest = await team.guest("member", "Gil");
  await team.grant(viewer, "admin");
  const { members, guests } = await listMembers({ ctx: await viewer.organization() });
  expect(members.map(({ name, role, you }) => [name, role, you])).toEqual([
    ["Ada", "owner", false],
    ["Cyd", "admin", false],
    ["bob", "viewer", true],
    ["Zoe", "viewer", false],
  ]);
  expect(new Date(members[0]?.createdAt ?? "").getTime()).toBeGreaterThan(Date.now() - 60_000);
  const { slug, name } = team.project;
  expect(guests).toEqual([
    {
      userId: guest.userId,
      name: "Gil",
      email: guest.email,
      grants: [{ project: { slug, name }, role: "member" }],
    },
  ]);
});

test("a change of role acts at once and is written down", async () => {
  const member = await team.member("viewer");
  const before = await member.organization();
  await update(owner, member, "admin");
  expect((await member.organization()).actor).toMatchObject({ role: "admin" });
  // What was let in as a viewer stays that; what was let in as an admin does not outlive the role.
  await expect(
    updateMember({ ctx: before, input: { userId: owner.userId, role: "viewer" } }),
  ).rejects.toMatchObject({ code: "forbidden" });
  const asAdmin = await member.organization();
  await update(owner, member, "member");
  const third = await team.member("viewer");
  const late = [
    updateMember({ ctx: asAdmin, input: { userId: third.userId, role: "admin" } }),
    removeMember({ ctx: asAdmin, input: { userId: third.userId } }),
  ];
  expect(await refusals(late)).toEqual(["forbidden", "forbidden"]);
  await update(owner, member, "member");
  expect(await team.audit()).toMatchObject([
    {
      action: "member.role_changed",
      actor: owner.email,
      target: member.email,
      address: "192.0.2.7",
      detail: { from: "viewer", to: "admin" },
    },
    { action: "member.role_changed", detail: { from: "admin", to: "member" } },
  ]);
});

test("admins decide about admins and below, owners about owners, and nobody raises themself", async () => {
  const admin = await team.member("admin");
  const other = await team.member("admin");
  const viewer = await team.member("viewer");
  await update(admin, viewer, "admin");
  await update(admin, other, "viewer");
  const tries = [
    update(admin, owner, "viewer"),
    update(admin, viewer, "owner"),
    update(admin, admin, "owner"),
    remove(admin, owner),
    update(other, other, "member"),
    remove(other, viewer),
  ];
  expect(await refusals(tries)).toEqual(Array(6).fill("forbidden"));
  await update(owner, viewer, "owner");
  await update(owner, owner, "admin");
  expect(await refusals([update(owner, viewer, "member")])).toEqual(["forbidden"]);
  expect(await team.owners()).toBe(1);
});

test("the last owner stays until there is another", async () => {
  const member = await team.member("member");
  const guest = await team.guest("admin");
  const leave = async (who: Somebody) => leaveOrganization({ ctx: await who.organization() });
  const transfer = async (userId: string) =>
    transferOrganization({ ctx: await owner.organization(), input: { userId } });
  expect(await refusals([leave(owner), update(owner, owner, "admin"), remove(owner, owner)])).toEqual(
    Array(3).fill("conflict"),
  );
  expect(await refusals([transfer(guest.userId), transfer(crypto.randomUUID())])).toEqual([
    "not_found",
    "not_found",
  ]);
  expect(await refusals([transfer(owner.userId)])).toEqual(["invalid"]);
  await transfer(member.userId);
  expect([await team.roleOf(owner), await team.roleOf(member)]).toEqual(["admin", "owner"]);
  await leave(owner);
  expect(await team.roleOf(owner)).toBeNull();
  expect((await team.audit()).map(({ action, detail }) => [action, detail])).toEqual([
    ["ownership.transferred", { from: owner.email }],
    ["member.left", { from: "admin" }],
  ]);
});

test("who leaves or is removed loses their grants in this organisation, and only here", async () => {
  const elsewhere = await createTeam(db);
  const [leaver, removed] = [await team.member("viewer"), await team.member("viewer")];
  for (const who of [leaver, removed]) {
    await team.grant(who, "admin");
    await elsewhere.grant(who, "member");
  }
  await leaveOrganization({ ctx: await leaver.organization() });
  await remove(owner, removed);
  for (const who of [leaver, removed]) {
    expect([await team.roleOf(who), await team.grantOf(who)]).toEqual([null, null]);
    expect(await elsewhere.grantOf(who)).toBe("member");
    await expect(who.project()).rejects.toMatchObject({ code: "not_found" });
  }
});

test("a guest is removed with all their grants; people of other organisations are not there", async () => {
  const guest = await team.guest("admin");
  const foreign = await (await createTeam(db)).member("viewer");
  await remove(owner, guest);
  expect(await team.grantOf(guest)).toBeNull();
  expect(
    await refusals([remove(owner, guest), remove(owner, foreign), update(owner, foreign, "viewer")]),
  ).toEqual(Array(3).fill("not_found"));
  expect(await team.audit()).toMatchObject([
    { action: "member.removed", target: guest.email, detail: { from: "guest" } },
  ]);
});

test("an API key and a job decide about nobody", async () => {
  const ctx = await owner.organization();
  const actors: Actor[] = [
    { type: "apiKey", keyId: "k", name: "CI", scopes: ["admin"], expiresAt: null },
    { type: "system", job: "sweep" },
  ];
  for (const actor of actors) {
    const as: OrganizationContext = { ...ctx, actor };
    const input = { userId: owner.userId, role: "viewer" as const };
    expect(await refusals([updateMember({ ctx: as, input }), removeMember({ ctx: as, input })])).toEqual([
      "forbidden",
      "forbidden",
    ]);
  }
});

test.each([
  ["demote each other", (by: Somebody, of: Somebody) => update(by, of, "member")],
  ["remove each other", remove],
  ["step down", (by: Somebody) => update(by, by, "admin")],
  ["leave", async (by: Somebody) => leaveOrganization({ ctx: await by.organization() })],
] as const)("two owners who %s at the same moment leave one", async (_, act) => {
  for (let i = 0; i < 20; i++) {
    const own = await createTeam(db);
    const [a, b] = [await own.member("owner"), await own.member("owner")];
    const failed = await refusals([act(a, b), act(b, a)]);
    expect(failed).toHaveLength(1);
    expect(await own.owners()).toBe(1);
    expect(await own.audit()).toHaveLength(1);
  }
});
