import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import type { Role } from "../context";
import { createTeam, refusals, type Somebody, type Team } from "../member/testing/team";
import { updateMember } from "../member/update";
import { leaveProject } from "./leave";
import { listGrants } from "./list";
import { removeGrant } from "./remove";
import { setGrant } from "./set";

const db = await createTestDatabase();

let team: Team;
let owner: Somebody;
beforeEach(async () => {
  team = await createTeam(db);
  owner = await team.member("owner", "Ada");
});

const set = async (by: Somebody, { userId }: Somebody, role: Exclude<Role, "owner">) =>
  setGrant({ ctx: await by.project(), input: { userId, role } });
const remove = async (by: Somebody, { userId }: Somebody) =>
  removeGrant({ ctx: await by.project(), input: { userId } });
const leave = async (who: Somebody) => leaveProject({ ctx: await who.project() });
const names = async (who: Somebody) =>
  (await listGrants({ ctx: await who.project() })).people.map(
    ({ name, role, organizationRole, grantRole }) => `${name}: ${role} = ${organizationRole} + ${grantRole}`,
  );

test("people are listed with what membership and grant give together", async () => {
  await team.member("viewer", "Vic");
  const raised = await team.member("viewer", "Bob");
  const lowered = await team.member("admin", "Cyd");
  await team.guest("member", "Gil");
  await set(owner, raised, "admin");
  await set(owner, lowered, "viewer");
  const all = [
    "Ada: owner = owner + null",
    "Bob: admin = viewer + admin",
    "Cyd: admin = admin + viewer",
    "Gil: member = null + member",
    "Vic: viewer = viewer + null",
  ];
  const byRank = ["Ada", "Bob", "Cyd", "Gil", "Vic"].map((name, i) =>
    expect.stringContaining(all[i] ?? name),
  );
  expect(await names(owner)).toEqual(byRank);
  const { people } = await listGrants({ ctx: await raised.project() });
  expect(people.filter(({ you }) => you).map(({ userId }) => userId)).toEqual([raised.userId]);
});

test("guests are shown their likes and whom to ask, unless they administer the project", async () => {
  await team.member("viewer", "Vic");
  const [guest, lead] = [await team.guest("viewer", "Gil"), await team.guest("admin", "Lea")];
  expect(await names(guest)).toEqual([
    "Ada: owner = owner + null",
    "Lea: admin = null + admin",
    "Gil: viewer = null + viewer",
  ]);
  expect(await names(lead)).toHaveLength(4);
});

test("a grant acts at once, in this project only, and is written down with it", async () => {
  const viewer = await team.member("viewer");
  await set(owner, viewer, "member");
  expect((await viewer.project()).actor).toMatchObject({ role: "member" });
  expect((await viewer.organization()).actor).toMatchObject({ role: "viewer" });
  await set(owner, viewer, "member");
  await set(owner, viewer, "admin");
  await remove(owner, viewer);
  expect((await viewer.project()).actor).toMatchObject({ role: "viewer" });
  const { projectId } = team.scope;
  expect(await team.audit()).toMatchObject([
    { action: "grant.set", target: viewer.email, detail: { from: null, to: "member" }, projectId },
    { action: "grant.set", detail: { from: "member", to: "admin" } },
    { action: "grant.removed", detail: { from: "admin" }, actor: owner.email },
  ]);
});

test("who administers a project by a grant decides about it, and about nothing else", async () => {
  const lead = await team.guest("admin");
  const [guest, member] = [await team.guest("viewer"), await team.member("viewer")];
  await set(lead, guest, "admin");
  await set(lead, member, "member");
  await remove(lead, guest);
  await expect(lead.organization()).rejects.toMatchObject({ code: "not_found" });
  const input = { userId: member.userId, role: "admin" as const };
  const project = await lead.project();
  const ctx = { ...team.ctx, actor: project.actor, organizationId: team.scope.organizationId };
  expect(await refusals([updateMember({ ctx, input })])).toEqual(["not_found"]);
});

test("those below admin change no grants, their own least of all", async () => {
  const [editor, viewer] = [await team.guest("member"), await team.member("viewer")];
  const tries = [set(editor, editor, "admin"), set(viewer, viewer, "member"), remove(editor, viewer)];
  expect(await refusals(tries)).toEqual(Array(3).fill("forbidden"));
});

test("a right that was lost on the way does not count", async () => {
  const [lead, guest] = [await team.guest("admin"), await team.guest("viewer")];
  const before = await lead.project();
  await set(owner, lead, "viewer");
  const input = { userId: guest.userId, role: "admin" as const };
  expect(await refusals([setGrant({ ctx: before, input })])).toEqual(["forbidden"]);
  await remove(owner, lead);
  expect(await refusals([setGrant({ ctx: before, input })])).toEqual(["not_found"]);
  expect(await team.grantOf(guest)).toBe("viewer");
});

test("nobody is granted ownership, and strangers are invited instead", async () => {
  const stranger = await (await createTeam(db)).member("owner");
  expect(await refusals([set(owner, stranger, "viewer"), remove(owner, stranger)])).toEqual([
    "not_found",
    "not_found",
  ]);
  const role = "owner" as "admin";
  await expect(set(owner, await team.member("viewer"), role)).rejects.toThrow();
});

test("guests leave by themselves; members leave the organisation", async () => {
  const [guest, member] = [await team.guest("viewer"), await team.member("viewer")];
  await team.grant(member, "admin");
  await leave(guest);
  await expect(guest.project()).rejects.toMatchObject({ code: "not_found" });
  await leave(member);
  expect((await member.project()).actor).toMatchObject({ role: "viewer" });
  expect(await refusals([leave(member), remove(owner, member)])).toEqual(["conflict", "not_found"]);
});
