import { withSystem } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { changePassword } from "./change-password";
import { checkPassword } from "./check-password";
import { createUser } from "./create";
import { createResetLink } from "./create-reset-link";
import { listAccountEvents } from "./events";
import { getUser } from "./get";
import { requestReset } from "./request-reset";
import { resetPassword } from "./reset-password";

const OLD = "turnips in copper";
const NEW = "lanterns under snow";
const links = { hashingKey: Buffer.alloc(32, 1), publicUrl: "http://heddle.test" };
const over = { code: "not_found", path: "/token" };

const db = await createTestDatabase();
let now = Date.now();
const ctx = { db, now: () => new Date(now), address: "192.0.2.7" };
let user: { id: string; email: string };
let boss: { id: string; email: string };
const { organizationId } = (await createTestProject(db)).scope;
let count = 0;

async function person(email: string, role: "admin" | "member") {
  const { id } = await createUser({ ctx, input: { email, name: "Ada", password: OLD } });
  await withSystem(db, (tx) => tx.membership.create({ data: { organizationId, userId: id, role } }));
  return { id, email };
}

beforeEach(async () => {
  user = await person(`ada${count++}@example.org`, "member");
  boss = await person(`boss${count++}@example.org`, "admin");
});

const secretIn = (text: string | undefined) => /\/reset\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
const ask = async (email = user.email) =>
  secretIn((await requestReset({ ctx, input: { email }, links }))?.text);
const reset = (token: string, password = NEW) => resetPassword({ ctx, input: { token, password }, links });
const opens = async (password: string) =>
  (await checkPassword({ ctx, input: { email: user.email, password } })).matches;
const copied = (allow = async () => {}) => {
  const maker = { type: "user" as const, userId: boss.id, email: boss.email };
  return createResetLink({ ctx, input: { maker, organizationId, userId: user.id }, links, allow });
};

test("the link in the mail sets a new password once and ends all sessions", async () => {
  const mail = await requestReset({ ctx, input: { email: ` ${user.email.toUpperCase()}` }, links });
  expect(mail?.to).toBe(user.email);
  const before = await getUser({ ctx, input: { id: user.id } });
  const done = await reset(secretIn(mail?.text));
  expect(done).toMatchObject({ email: user.email, mail: { to: user.email } });
  expect([await opens(OLD), await opens(NEW)]).toEqual([false, true]);
  const after = await getUser({ ctx, input: { id: user.id } });
  expect(after?.sessionVersion).toBe((before?.sessionVersion ?? 0) + 1);
  await expect(reset(secretIn(mail?.text), "another one entirely")).rejects.toMatchObject(over);
});

test("nobody is written to whom there is no account of", async () => {
  expect(await requestReset({ ctx, input: { email: "nobody@example.org" }, links })).toBeNull();
  expect(await withSystem(db, (tx) => tx.userToken.count({ where: { userId: null } }))).toBe(0);
});

test("the mailed link lives an hour, the copied one a day, and the newer ends the older", async () => {
  const mailed = await ask();
  now += 60 * 60 * 1000;
  await expect(reset(mailed)).rejects.toMatchObject(over);
  const { link, expiresAt } = await copied();
  expect(Date.parse(expiresAt)).toBe(now + 24 * 60 * 60 * 1000);
  expect(link).toMatch(/^http:\/\/heddle\.test\/reset\/[\w-]{43}$/);
  const later = await copied();
  await expect(reset(secretIn(link))).rejects.toMatchObject(over);
  now += 24 * 60 * 60 * 1000 - 1;
  expect(await reset(secretIn(later.link))).toMatchObject({ email: user.email });
});

test("the person sees who made a link for them", async () => {
  now += 1;
  await copied();
  const { events } = await listAccountEvents({ ctx, input: { userId: user.id } });
  expect(events[0]).toMatchObject({ action: "account.reset_requested", detail: { by: boss.email } });
});

test("a link that is refused ends none that was made before", async () => {
  const token = await ask();
  const refused = async () => {
    throw new Error("not yours");
  };
  await expect(copied(refused)).rejects.toThrow("not yours");
  expect(await reset(token)).toMatchObject({ email: user.email });
});

test("a password that is too easy does not cost the link", async () => {
  const token = await ask();
  await expect(reset(token, "password123")).rejects.toMatchObject({ code: "invalid", path: "/password" });
  await expect(reset(token, user.email)).rejects.toMatchObject({ code: "invalid", path: "/password" });
  expect(await reset(token)).toMatchObject({ email: user.email });
});

test("of two who use the link at the same moment one sets the password", async () => {
  const token = await ask();
  const tries = await Promise.allSettled([reset(token, NEW), reset(token, "marbles on the roof")]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect([await opens(NEW), await opens("marbles on the roof")].filter(Boolean)).toHaveLength(1);
});

test("a change of password makes links worthless that were made before", async () => {
  const token = await ask();
  const input = { userId: user.id, current: OLD, password: NEW };
  await changePassword({ ctx, input, publicUrl: links.publicUrl });
  await expect(reset(token, "marbles on the roof")).rejects.toMatchObject(over);
});

test("somebody without a password sets their first one with a link", async () => {
  await withSystem(db, (tx) => tx.user.update({ where: { id: user.id }, data: { passwordHash: null } }));
  await reset(await ask());
  expect(await opens(NEW)).toBe(true);
});

test("a link of somebody whose account is gone does nothing", async () => {
  const token = await ask();
  await withSystem(db, (tx) => tx.user.delete({ where: { id: user.id } }));
  await expect(reset(token)).rejects.toMatchObject(over);
  await expect(copied()).rejects.toMatchObject({ code: "not_found", path: "/userId" });
});

test.each([
  ["the person has risen above who made it", () => ({ userId: user.id, role: "owner" as const })],
  ["who made it has lost their role", () => ({ userId: boss.id, role: "viewer" as const })],
  ["who made it was removed", () => ({ userId: boss.id, role: null })],
])("a copied link is over when %s", async (_, change) => {
  const { link } = await copied();
  const { userId, role } = change();
  const where = { organizationId, userId };
  await withSystem(db, async (tx) => {
    await tx.membership.deleteMany({ where });
    if (role) await tx.membership.create({ data: { ...where, role } });
  });
  await expect(reset(secretIn(link))).rejects.toMatchObject(over);
  expect(await opens(OLD)).toBe(true);
});
