import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import type { Role } from "../context";
import { createTeam, refusals, type Somebody, type Team } from "../member/testing/team";
import { removeOrganization } from "../organization/remove";
import { acceptInvitation } from "./accept";
import { createInvitation } from "./create";
import { getInvitation } from "./get";
import { listInvitations } from "./list";
import { revokeInvitation } from "./revoke";

const db = await createTestDatabase();
const DAY_MS = 24 * 60 * 60 * 1000;
const links = { hashingKey: Buffer.alloc(32, 5), publicUrl: "https://heddle.example" };
const { hashingKey } = links;

let clock: Date;
let team: Team;
let owner: Somebody;
let newcomer: Somebody;
beforeEach(async () => {
  clock = new Date("2026-11-23T12:00:00Z");
  team = await createTeam(db, () => clock);
  owner = await team.member("owner", "Ada");
  newcomer = await team.stranger("New");
});

type Wish = { role: Role; email?: string | null; days?: number };
const tokenOf = ({ link }: { link: string }) => link.slice(`${links.publicUrl}/invite/`.length);

const invite = async (wish: Wish, by = owner) => {
  const made = await createInvitation({ ctx: await by.organization(), input: wish, links });
  return { ...made, token: tokenOf(made) };
};
const inviteToProject = async (wish: Wish, by = owner) => {
  const made = await createInvitation({ ctx: await by.project(), input: wish, links });
  return { ...made, token: tokenOf(made) };
};
const accept = ({ token }: { token: string }, { userId } = newcomer) =>
  acceptInvitation({ ctx: team.ctx, input: { token, userId }, hashingKey });
const list = async (who = owner) => listInvitations({ ctx: await who.organization() });
const stateOf = async ({ token }: { token: string }) =>
  (await getInvitation({ ctx: team.ctx, input: { token }, hashingKey })).state;
const revoke = async ({ invitation: { id } }: { invitation: { id: string } }, by = owner) =>
  revokeInvitation({ ctx: await by.organization(), input: { id } });

test("a link lets one person in and is in the database as a keyed hash only", async () => {
  const made = await invite({ role: "member" });
  expect(made.link).toMatch(/^https:\/\/heddle\.example\/invite\/[\w-]{43}$/);
  expect(made.mail).toBeNull();
  const stored = await withSystem(db, (tx) => tx.invitation.findMany());
  const text = JSON.stringify(
    stored.map((row) => ({ ...row, hash: Buffer.from(row.hash).toString("base64url") })),
  );
  expect(text).not.toContain(made.token);
  expect(await stateOf(made)).toBe("open");
  expect(await accept(made)).toEqual({ org: team.ref.org, project: null });
  expect(await team.roleOf(newcomer)).toBe("member");
  expect(await stateOf(made)).toBe("accepted");
  const other = await team.stranger();
  expect(await refusals([accept(made, other)])).toEqual(["conflict"]);
  // A double click, or a reload of the page.
  expect(await accept(made)).toEqual({ org: team.ref.org, project: null });
  expect(await list()).toEqual([
    {
      id: made.invitation.id,
      role: "member",
      email: null,
      project: null,
      createdBy: owner.email,
      createdAt: clock.toISOString(),
      state: "accepted",
      expiresAt: "2026-11-30T12:00:00.000Z",
      acceptedBy: newcomer.email,
    },
  ]);
  const lines = (await team.audit()).map(({ action, actor, target }) => [action, actor, target]);
  expect(lines).toHaveLength(2);
  expect(lines).toContainEqual(["invitation.created", owner.email, "anyone with the link"]);
  expect(lines).toContainEqual(["invitation.accepted", newcomer.email, team.organization.name]);
});

test("an invitation to a project makes a guest, and nothing more", async () => {
  const made = await inviteToProject({ role: "viewer" });
  expect(await accept(made)).toEqual(team.ref);
  expect([await team.roleOf(newcomer), await team.grantOf(newcomer)]).toEqual([null, "viewer"]);
  expect((await newcomer.project()).actor).toMatchObject({ role: "viewer" });
  await expect(newcomer.organization()).rejects.toMatchObject({ code: "not_found" });
  const { slug, name } = team.project;
  expect(await list()).toMatchObject([{ project: { slug, name } }]);
  expect(await team.audit()).toMatchObject([
    { projectId: team.scope.projectId },
    { projectId: team.scope.projectId },
  ]);
});

test("of many who use a link at the same moment one gets in", async () => {
  for (let i = 0; i < 20; i++) {
    const made = await (i % 2 ? invite : inviteToProject)({ role: "viewer" });
    const people = await Promise.all([1, 2, 3, 4].map(() => team.stranger()));
    const failed = await refusals(people.map((person) => accept(made, person)));
    expect(failed).toEqual(Array(3).fill("conflict"));
    const roles = await Promise.all(people.flatMap((person) => [team.roleOf(person), team.grantOf(person)]));
    expect(roles.filter(Boolean)).toEqual(["viewer"]);
  }
});

test("a link raises who has less, and is left for others by who has as much", async () => {
  const [viewer, admin] = [await team.member("viewer"), await team.member("admin")];
  const made = await invite({ role: "member" });
  await expect(accept(made, admin)).rejects.toMatchObject({
    code: "conflict",
    message: "You are already a member.",
  });
  expect(await team.roleOf(admin)).toBe("admin");
  expect(await list()).toMatchObject([{ state: "open" }]);
  await accept(made, viewer);
  expect(await team.roleOf(viewer)).toBe("member");

  const toProject = await inviteToProject({ role: "member" });
  expect(await refusals([accept(toProject, viewer), accept(toProject, admin)])).toEqual([
    "conflict",
    "conflict",
  ]);
  const guest = await team.guest("viewer");
  await accept(toProject, guest);
  expect(await team.grantOf(guest)).toBe("member");
});

test("each way in which a link can be over has its own words", async () => {
  const revoked = await invite({ role: "viewer" });
  await revoke(revoked);
  await expect(accept(revoked)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/revoked/),
  });
  const old = await invite({ role: "viewer", days: 1 });
  clock = new Date(clock.getTime() + DAY_MS - 1);
  expect([await stateOf(revoked), await stateOf(old)]).toEqual(["revoked", "open"]);
  clock = new Date(clock.getTime() + 1);
  expect(await stateOf(old)).toBe("expired");
  await expect(accept(old)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/has expired/),
  });
  const bound = await invite({ role: "viewer", email: " Bob@Example.org " });
  await expect(accept(bound)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringMatching(/bob@example\.org/),
  });
  const unknown = { token: "a".repeat(43) };
  for (const link of [unknown, { token: "short" }]) {
    await expect(accept(link)).rejects.toMatchObject({ code: "not_found" });
    await expect(stateOf(link)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await team.roleOf(newcomer)).toBeNull();
});

test("links into what was deleted lead nowhere", async () => {
  const [toProject, toAll] = [await inviteToProject({ role: "viewer" }), await invite({ role: "viewer" })];
  const check = async ({ token }: { token: string }) => {
    const both = [accept({ token }), getInvitation({ ctx: team.ctx, input: { token }, hashingKey })];
    expect(await refusals(both)).toEqual(["not_found", "not_found"]);
  };
  const { projectId } = team.scope;
  await withSystem(db, (tx) => tx.project.update({ where: { id: projectId }, data: { deletedAt: clock } }));
  await check(toProject);
  expect(await list()).toHaveLength(1);
  await removeOrganization({ ctx: await owner.organization() });
  await check(toAll);
});

test("a link bound to an address is for whoever has it, and comes with a mail", async () => {
  const email = newcomer.email.toUpperCase();
  const made = await invite({ role: "admin", email });
  expect(made.mail).toMatchObject({
    to: newcomer.email,
    subject: expect.stringContaining(team.organization.name),
  });
  expect(made.mail?.text).toContain(made.link);
  expect(made.mail?.text).toContain("“Ada” invites you");
  const { token } = made;
  expect(await getInvitation({ ctx: team.ctx, input: { token }, hashingKey })).toEqual({
    organization: { name: team.organization.name },
    project: null,
    role: "admin",
    email: newcomer.email,
    invitedBy: "Ada",
    state: "open",
    expiresAt: "2026-11-30T12:00:00.000Z",
  });
  expect(await refusals([accept(made, await team.stranger())])).toEqual(["forbidden"]);
  await accept(made);
  expect(await team.roleOf(newcomer)).toBe("admin");
});

test("nobody invites above themselves", async () => {
  const [admin, member, lead] = [
    await team.member("admin"),
    await team.member("member"),
    await team.guest("admin"),
  ];
  const editor = await team.guest("member");
  expect(await refusals([invite({ role: "owner" }, admin), invite({ role: "viewer" }, member)])).toEqual([
    "forbidden",
    "forbidden",
  ]);
  expect(await refusals([inviteToProject({ role: "viewer" }, editor)])).toEqual(["forbidden"]);
  await expect(inviteToProject({ role: "owner" }, owner)).rejects.toThrow();
  await expect(invite({ role: "viewer" }, lead)).rejects.toMatchObject({ code: "not_found" });
  await accept(await invite({ role: "owner" }));
  expect(await team.owners()).toBe(2);
  await inviteToProject({ role: "admin" }, lead);
  expect(await list(admin)).toHaveLength(2);
});

test("who administers a project sees and revokes its invitations, and no others", async () => {
  const lead = await team.guest("admin");
  const ctx = await lead.project();
  const [mine, other] = [await inviteToProject({ role: "viewer" }), await invite({ role: "viewer" })];
  expect((await listInvitations({ ctx })).map(({ id }) => id)).toEqual([mine.invitation.id]);
  const foreign = await createTeam(db);
  const stranger = await foreign.member("owner");
  const { id } = mine.invitation;
  const tries = [
    revokeInvitation({ ctx, input: { id: other.invitation.id } }),
    revokeInvitation({ ctx: await stranger.organization(), input: { id } }),
  ];
  expect(await refusals(tries)).toEqual(["not_found", "not_found"]);
  expect(await revokeInvitation({ ctx, input: { id } })).toMatchObject({ state: "revoked" });
  expect(await revoke(mine)).toMatchObject({ state: "revoked" });
  const used = await invite({ role: "viewer" });
  await accept(used);
  expect(await refusals([revoke(used)])).toEqual(["conflict"]);
  const actions = (await team.audit()).map(({ action }) => action);
  expect(actions.filter((action) => action === "invitation.revoked")).toHaveLength(1);
});

test.each([0, 31, 1.5, Number.NaN])("%s days are refused", async (days) => {
  await expect(invite({ role: "viewer", days })).rejects.toThrow();
});

test("what is no address is refused", async () => {
  for (const email of ["ada", "a@b\n.org", "a\0@example.org", `${"a".repeat(320)}@example.org`]) {
    await expect(invite({ role: "viewer", email })).rejects.toThrow();
  }
});

test("there are at most a thousand open at a time, and ten thousand members", async () => {
  const { organizationId } = team.scope;
  const rows = Array.from({ length: 999 }, (_, i) => ({
    id: crypto.randomUUID(),
    organizationId,
    role: "viewer" as const,
    createdById: owner.userId,
    hash: new Uint8Array(Buffer.from(`hash ${i} ${organizationId}`)),
    expiresAt: new Date(clock.getTime() + DAY_MS),
  }));
  await withSystem(db, (tx) => tx.invitation.createMany({ data: rows }));
  const made = await Promise.allSettled([1, 2, 3].map(() => invite({ role: "viewer" })));
  const [link, ...more] = made.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(more).toEqual([]);
  expect(await list()).toHaveLength(1000);
  await withSystem(
    db,
    (tx) => tx.$executeRaw`
    WITH people AS (INSERT INTO "user" (id, email, name)
      SELECT gen_random_uuid(), gen_random_uuid() || '@example.org', 'Many' FROM generate_series(1, 9999)
      RETURNING id)
    INSERT INTO membership (organization_id, user_id, role)
      SELECT ${organizationId}::uuid, id, 'viewer' FROM people`,
  );
  await expect(accept({ token: link?.token ?? "" })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("10000 members"),
  });
  clock = new Date(clock.getTime() + DAY_MS);
  await invite({ role: "viewer" });
  expect(await list()).toHaveLength(202);
});
