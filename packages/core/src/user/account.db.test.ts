import { withSystem } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { changeEmail } from "./change-email";
import { changePassword } from "./change-password";
import { checkPassword } from "./check-password";
import { confirm } from "./confirm";
import { createUser } from "./create";
import { endSessions } from "./end-sessions";
import { listAccountEvents } from "./events";
import { getAccount } from "./get-account";
import { removeUser } from "./remove";
import { requestEmailChange } from "./request-email-change";
import { requestReset } from "./request-reset";
import { resetPassword } from "./reset-password";
import { updateUser } from "./update";

const PASSWORD = "turnips in copper";
const NEW = "lanterns under snow";
const links = { hashingKey: Buffer.alloc(32, 1), publicUrl: "http://heddle.test" };

const db = await createTestDatabase();
let now = Date.now();
// Each look at the clock is later than the one before, so that events have an order.
const ctx = { db, now: () => new Date(now++), address: "192.0.2.7" };
let count = 0;
async function person(name = "Ada") {
  const email = `person${count++}@example.org`;
  return { email, ...(await createUser({ ctx, input: { email, name, password: PASSWORD } })) };
}
let user: Awaited<ReturnType<typeof person>>;
beforeEach(async () => {
  user = await person();
});

const secretIn = (text: string | undefined) => /\/(?:reset|confirm)\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
const actions = async (userId = user.id) =>
  (await listAccountEvents({ ctx, input: { userId } })).events.map(({ action }) => action);
const opens = async (email: string, password = PASSWORD) =>
  (await checkPassword({ ctx, input: { email, password } })).matches;
const change = (current: string, password = NEW) =>
  changePassword({ ctx, input: { userId: user.id, current, password }, publicUrl: links.publicUrl });
const address = (email: string, { password = PASSWORD, mailed = false } = {}) =>
  changeEmail({ ctx, input: { userId: user.id, email, password }, mailed });
const version = async () =>
  (await withSystem(db, (tx) => tx.user.findUniqueOrThrow({ where: { id: user.id } }))).sessionVersion;

test("a password changes with the current one and ends all sessions", async () => {
  await change(PASSWORD);
  expect([await opens(user.email), await opens(user.email, NEW)]).toEqual([false, true]);
  expect(await version()).toBe(1);
  expect(await actions()).toEqual(["account.password_changed", "account.signed_up"]);
});

test("without the current password nothing changes, and guessing it ends soon", async () => {
  for (let i = 0; i < 10; i++) {
    await expect(change(`guess ${i}`)).rejects.toMatchObject({ code: "invalid", path: "/current" });
  }
  await expect(change(PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
  expect([await opens(user.email), await version()]).toEqual([true, 0]);
});

test("a new password is as good as one for a new account", async () => {
  await expect(change(PASSWORD, "password123")).rejects.toMatchObject({ code: "invalid", path: "/password" });
  await expect(change(PASSWORD, user.email)).rejects.toMatchObject({ code: "invalid", path: "/password" });
});

test("somebody without a password is told how to get one, and cannot change anything with one", async () => {
  await withSystem(db, (tx) => tx.user.update({ where: { id: user.id }, data: { passwordHash: null } }));
  await expect(change("")).rejects.toMatchObject({ code: "conflict", path: "/current" });
  await expect(address("new@example.org", { password: "" })).rejects.toMatchObject({ code: "conflict" });
});

test("signing out everywhere changes what sessions are compared with", async () => {
  await endSessions({ ctx, input: { userId: user.id } });
  expect(await version()).toBe(1);
  expect((await actions())[0]).toBe("account.sessions_ended");
});

test("where no mail can be sent, an address changes at once, in any case and with a plus", async () => {
  const to = `Zoë+${count}@Example.ORG `;
  expect(await address(to)).toEqual({ sent: false, email: to.trim().toLowerCase() });
  expect([await opens(user.email), await opens(to)]).toEqual([false, true]);
});

test("an address that somebody has is refused, also when two want it at the same moment", async () => {
  const other = await person();
  await expect(address(other.email.toUpperCase())).rejects.toMatchObject({
    code: "conflict",
    path: "/email",
  });
  await expect(address(user.email)).rejects.toMatchObject({ code: "invalid", path: "/email" });
  const wanted = `wanted${count}@example.org`;
  const input = { userId: other.id, email: wanted, password: PASSWORD };
  const outcomes = await Promise.allSettled([address(wanted), changeEmail({ ctx, input, mailed: false })]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("where mail can be sent, the new address confirms first and the old one is warned", async () => {
  const to = `next${count}@example.org`;
  expect(await address(to, { mailed: true })).toEqual({ sent: true, email: to });
  const input = { userId: user.id, email: to };
  const [asks, warns] = await requestEmailChange({ ctx, input, links });
  expect([asks?.to, warns?.to]).toEqual([to, user.email]);
  expect(secretIn(warns?.text)).toBe("");
  expect(await opens(user.email)).toBe(true);
  const done = await confirm({ ctx, input: { token: secretIn(asks?.text) }, links, open: true });
  expect(done).toMatchObject({ email: to, kind: "change-email", mail: { to: user.email } });
  expect([await opens(user.email), await opens(to)]).toEqual([false, true]);
  const again = confirm({ ctx, input: { token: secretIn(asks?.text) }, links, open: true });
  await expect(again).rejects.toMatchObject({ code: "not_found", path: "/token" });
});

test("an address that was taken meanwhile is not given twice, and its owner learns of it", async () => {
  const to = `race${count}@example.org`;
  const input = { userId: user.id, email: to };
  const [asks] = await requestEmailChange({ ctx, input, links });
  await createUser({ ctx, input: { email: to, name: "Bob", password: PASSWORD } });
  const late = confirm({ ctx, input: { token: secretIn(asks?.text) }, links, open: true });
  await expect(late).rejects.toMatchObject({ code: "conflict" });
  const mails = await requestEmailChange({ ctx, input, links });
  expect(mails.map((mail) => [mail.to, secretIn(mail.text)])).toEqual([[to, ""]]);
});

test("a new password stops a change of address, a new address stops a reset", async () => {
  const to = `stop${count}@example.org`;
  const input = { userId: user.id, email: to };
  const [asks] = await requestEmailChange({ ctx, input, links });
  await change(PASSWORD);
  const stopped = confirm({ ctx, input: { token: secretIn(asks?.text) }, links, open: true });
  await expect(stopped).rejects.toMatchObject({ code: "not_found" });
  const mail = await requestReset({ ctx, input: { email: user.email }, links });
  await address(to, { password: NEW });
  const reset = resetPassword({ ctx, input: { token: secretIn(mail?.text), password: PASSWORD }, links });
  await expect(reset).rejects.toMatchObject({ code: "not_found" });
});

test("a name is one line of at most 200 characters", async () => {
  const rename = (name: string) => updateUser({ ctx, input: { userId: user.id, name } });
  expect(await rename("  Ada King  ")).toEqual({ name: "Ada King" });
  for (const bad of ["", "  ", "a\nb", "a\0b", "x".repeat(201)]) await expect(rename(bad)).rejects.toThrow();
  expect(await getAccount({ ctx, input: { userId: user.id } })).toMatchObject({ name: "Ada King" });
  expect(await actions()).toEqual(["account.renamed", "account.signed_up"]);
});

test("events come newest first and page by page, and only one's own", async () => {
  for (let i = 0; i < 30; i++) await endSessions({ ctx, input: { userId: user.id } });
  const other = await person();
  const first = await listAccountEvents({ ctx, input: { userId: user.id } });
  const rest = await listAccountEvents({ ctx, input: { userId: user.id, cursor: first.nextCursor } });
  expect([first.events.length, rest.events.length, rest.nextCursor]).toEqual([25, 6, null]);
  expect(first.events[0]).toMatchObject({ address: "192.0.2.7", action: "account.sessions_ended" });
  const ids = [...first.events, ...rest.events].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort().reverse());
  expect(await actions(other.id)).toEqual(["account.signed_up"]);
  const theirs = listAccountEvents({ ctx, input: { userId: other.id, cursor: first.nextCursor } });
  expect((await theirs).events.every(({ action }) => action === "account.signed_up")).toBe(true);
  await expect(listAccountEvents({ ctx, input: { userId: user.id, cursor: "x" } })).rejects.toThrow("cursor");
});

test("an account goes with what is its own; organisations keep their record", async () => {
  const { scope } = await createTestProject(db);
  const { scope: visited } = await createTestProject(db);
  const { organizationId, projectId } = scope;
  await withSystem(db, async (tx) => {
    await tx.membership.create({ data: { organizationId, userId: user.id, role: "admin" } });
    await tx.projectGrant.create({ data: { projectId, userId: user.id, role: "member" } });
    await tx.projectGrant.create({ data: { projectId: visited.projectId, userId: user.id, role: "viewer" } });
    const identity = { provider: "github", subject: user.id, userId: user.id, email: user.email, name: "" };
    await tx.userIdentity.create({ data: identity });
  });
  await requestReset({ ctx, input: { email: user.email }, links });
  const remove = (email: string) =>
    removeUser({ ctx, input: { userId: user.id, email, password: PASSWORD } });
  await expect(remove("other@example.org")).rejects.toMatchObject({ code: "invalid", path: "/email" });
  await remove(` ${user.email.toUpperCase()}`);
  expect(await opens(user.email)).toBe(false);
  const left = await withSystem(db, async (tx) => ({
    tokens: await tx.userToken.count({ where: { userId: user.id } }),
    memberships: await tx.membership.count({ where: { userId: user.id } }),
    grants: await tx.projectGrant.count({ where: { userId: user.id } }),
    identities: await tx.userIdentity.count({ where: { userId: user.id } }),
    record: await tx.auditEvent.findMany({ where: { actorId: user.id }, orderBy: { id: "asc" } }),
  }));
  expect(left).toMatchObject({ tokens: 0, memberships: 0, grants: 0, identities: 0 });
  expect(left.record).toMatchObject([
    { organizationId, action: "member.left", actor: user.email },
    { ...visited, action: "grant.left", actor: user.email, detail: { from: "viewer" } },
  ]);
});

test("the last owner of an organisation stays; of two who leave at the same moment one does", async () => {
  const { organization, scope } = await createTestProject(db);
  const { organizationId } = scope;
  const other = await person("Bob");
  const own = (userId: string) =>
    withSystem(db, (tx) => tx.membership.create({ data: { organizationId, userId, role: "owner" } }));
  await own(user.id);
  const remove = ({ id, email }: typeof user) =>
    removeUser({ ctx, input: { userId: id, email, password: PASSWORD } });
  await expect(remove(user)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining(organization.name),
  });
  await own(other.id);
  const outcomes = await Promise.allSettled([remove(user), remove(other)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an account with a password is deleted with it only, and guessing it ends soon", async () => {
  const { id: userId, email } = user;
  const remove = (password?: string) => removeUser({ ctx, input: { userId, email, password } });
  for (const wrong of [undefined, "", ...Array.from({ length: 8 }, (_, i) => `guess ${i}`)]) {
    await expect(remove(wrong)).rejects.toMatchObject({ code: "invalid", path: "/password" });
  }
  await expect(remove(PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
  expect(await opens(email)).toBe(true);
  now += 60 * 60 * 1000;
  await remove(PASSWORD);
  expect(await opens(email)).toBe(false);
});

test("an account without a password is deleted without one, and by a double click once", async () => {
  const both = (id: string, password?: string) => {
    const remove = () => removeUser({ ctx, input: { userId: id, email: user.email, password } });
    return Promise.all([remove(), remove()]);
  };
  const gone = (id: string) => withSystem(db, (tx) => tx.user.findUnique({ where: { id } }));
  await both(user.id, PASSWORD);
  expect(await gone(user.id)).toBeNull();
  user = await person();
  await withSystem(db, (tx) => tx.user.update({ where: { id: user.id }, data: { passwordHash: null } }));
  await both(user.id);
  expect(await gone(user.id)).toBeNull();
});
