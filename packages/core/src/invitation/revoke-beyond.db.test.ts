import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import type { Role } from "../context";
import { removeGrant } from "../grant/remove";
import { setGrant } from "../grant/set";
import { removeMember } from "../member/remove";
import { createTeam, type Somebody, type Team } from "../member/testing/team";
import { updateMember } from "../member/update";
import { leaveOrganization } from "../organization/leave";
import { removeUser } from "../user/remove";
import { createInvitation } from "./create";
import { listInvitations } from "./list";

const db = await createTestDatabase();
const links = { hashingKey: Buffer.alloc(32, 5), publicUrl: "https://heddle.example" };

let team: Team;
let owner: Somebody;
beforeEach(async () => {
  team = await createTeam(db);
  owner = await team.member("owner");
});

/** One to the organisation for each role that they may invite to, and one to the project. */
async function inviteAsMuchAsPossible(by: Somebody) {
  for (const role of ["owner", "admin", "viewer"] as const) {
    const ctx = await by.organization().catch(() => null);
    if (ctx) await createInvitation({ ctx, input: { role }, links }).catch(() => {});
  }
  await createInvitation({ ctx: await by.project(), input: { role: "admin" }, links });
}

async function open(): Promise<string[]> {
  const all = await listInvitations({ ctx: await owner.organization() });
  return all
    .filter(({ state }) => state === "open")
    .map(({ role, project }) => `${role}${project ? " of project" : ""}`)
    .sort();
}

const update = async ({ userId }: Somebody, role: Role) =>
  updateMember({ ctx: await owner.organization(), input: { userId, role } });

test("an owner who becomes an admin keeps no links that make owners", async () => {
  const other = await team.member("owner");
  await inviteAsMuchAsPossible(other);
  expect(await open()).toEqual(["admin", "admin of project", "owner", "viewer"]);
  await update(other, "admin");
  expect(await open()).toEqual(["admin", "admin of project", "viewer"]);
});

test("who manages nothing any more keeps no link; others' links stay", async () => {
  await inviteAsMuchAsPossible(owner);
  const before = await open();
  const act: ((who: Somebody) => Promise<unknown>)[] = [
    (who) => update(who, "member"),
    async ({ userId }) => removeMember({ ctx: await owner.organization(), input: { userId } }),
    async (who) => leaveOrganization({ ctx: await who.organization() }),
  ];
  for (const lose of act) {
    const admin = await team.member("admin");
    await inviteAsMuchAsPossible(admin);
    expect(await open()).toHaveLength(before.length + 3);
    await lose(admin);
    expect(await open()).toEqual(before);
  }
});

test("who still administers a project by a grant keeps the links to it", async () => {
  const admin = await team.member("admin");
  await team.grant(admin, "admin");
  await inviteAsMuchAsPossible(admin);
  await update(admin, "viewer");
  expect(await open()).toEqual(["admin of project"]);
  const { userId } = admin;
  await setGrant({ ctx: await owner.project(), input: { userId, role: "member" } });
  expect(await open()).toEqual([]);
});

test("a guest whose grant is taken away keeps no link", async () => {
  const [lead, other] = [await team.guest("admin"), await team.guest("admin")];
  await inviteAsMuchAsPossible(lead);
  await inviteAsMuchAsPossible(other);
  await removeGrant({ ctx: await owner.project(), input: { userId: lead.userId } });
  expect(await open()).toEqual(["admin of project"]);
  await removeMember({ ctx: await owner.organization(), input: { userId: other.userId } });
  expect(await open()).toEqual([]);
});

test("an account that is deleted leaves no link behind", async () => {
  const [lead, admin] = [await team.guest("admin"), await team.member("admin")];
  for (const who of [lead, admin]) {
    await inviteAsMuchAsPossible(who);
    await removeUser({ ctx: team.ctx, input: { userId: who.userId, email: who.email } });
    expect(await open()).toEqual([]);
  }
});
