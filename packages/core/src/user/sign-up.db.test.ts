import { withSystem } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { expect, test } from "vitest";
import { hashSecret, makeSecret } from "../token/secret";
import { checkPassword } from "./check-password";
import { confirm } from "./confirm";
import { createUser } from "./create";
import { requestSignUp } from "./request-sign-up";
import { signUp } from "./sign-up";

const PASSWORD = "turnips in copper";
const links = { hashingKey: Buffer.alloc(32, 1), publicUrl: "http://heddle.test" };
const { hashingKey } = links;

const db = await createTestDatabase();
const { scope } = await createTestProject(db);
let now = Date.now();
const ctx = { db, now: () => new Date(now) };
let count = 0;
const fresh = () => `new${count++}@example.org`;

async function invitation(email: string | null = null, revoked = false): Promise<string> {
  const secret = makeSecret();
  const { organizationId } = scope;
  const expiresAt = new Date(now + 60_000);
  const id = crypto.randomUUID();
  const row = { id, organizationId, role: "viewer" as const, email, expiresAt };
  const data = { ...row, hash: hashSecret(hashingKey, secret), revokedAt: revoked ? new Date(now) : null };
  await withSystem(db, (tx) => tx.invitation.create({ data }));
  return secret;
}

interface Rules {
  mode?: "open" | "invitation" | "closed";
  mailed?: boolean;
}
const join = (email: string, { mode = "open", mailed = false }: Rules = {}, secret?: string) =>
  signUp({
    ctx,
    input: {
      email,
      name: "Ada",
      password: PASSWORD,
      ...(secret === undefined ? {} : { invitation: secret }),
    },
    rules: { mode, mailed, hashingKey },
  });
const exists = async (email: string) =>
  (await checkPassword({ ctx, input: { email, password: PASSWORD } })).matches;
const request = (email: string) =>
  requestSignUp({ ctx, input: { email, name: "Ada", password: PASSWORD }, links });
const secretIn = (text: string) => /\/confirm\/([\w-]+)/.exec(text)?.[1] ?? "";

test("open, without mail: the account is there at once", async () => {
  const email = fresh();
  expect(await join(email)).toEqual({ state: "created" });
  expect(await exists(email)).toBe(true);
  await expect(join(email.toUpperCase())).rejects.toMatchObject({ code: "conflict", path: "/email" });
});

test("open, with mail: nothing is there until the link is confirmed, once", async () => {
  const email = fresh();
  expect(await join(email, { mailed: true })).toEqual({ state: "confirm" });
  const mail = await request(email);
  expect(mail.to).toBe(email);
  expect(await exists(email)).toBe(false);
  const token = secretIn(mail.text);
  const tries = await Promise.allSettled(
    [1, 2, 3].map(() => confirm({ ctx, input: { token }, links, open: true })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await exists(email)).toBe(true);
});

test("who has an account gets another mail, and whoever asked the same answer", async () => {
  const email = fresh();
  await createUser({ ctx, input: { email, name: "Ada", password: PASSWORD } });
  expect(await join(email, { mailed: true })).toEqual(await join(fresh(), { mailed: true }));
  const mail = await request(email);
  expect([mail.to, secretIn(mail.text)]).toEqual([email, ""]);
});

test("two sign-ups of one address make one account, with the password that was confirmed", async () => {
  const email = fresh();
  const [mine, theirs] = [await request(email), await request(email)];
  await confirm({ ctx, input: { token: secretIn(mine.text) }, links, open: true });
  const late = confirm({ ctx, input: { token: secretIn(theirs.text) }, links, open: true });
  await expect(late).rejects.toMatchObject({ code: "conflict", path: "/email" });
});

test("a confirmation waits while sign-up is not open", async () => {
  const token = secretIn((await request(fresh())).text);
  const late = confirm({ ctx, input: { token }, links, open: false });
  await expect(late).rejects.toMatchObject({ code: "forbidden" });
  expect(await confirm({ ctx, input: { token }, links, open: true })).toMatchObject({ kind: "sign-up" });
});

test("a confirmation is over after a day", async () => {
  const email = fresh();
  const token = secretIn((await request(email)).text);
  now += 24 * 60 * 60 * 1000;
  await expect(confirm({ ctx, input: { token }, links, open: true })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await exists(email)).toBe(false);
});

test("an open invitation makes an account at once, for the address it is bound to", async () => {
  const [email, bound] = [fresh(), fresh()];
  expect(await join(email, { mode: "invitation", mailed: true }, await invitation())).toEqual({
    state: "created",
  });
  const secret = await invitation(bound);
  const refused = { code: "forbidden", path: "/invitation" };
  await expect(join(fresh(), { mode: "invitation" }, secret)).rejects.toMatchObject(refused);
  expect(await join(bound.toUpperCase(), { mode: "invitation" }, secret)).toEqual({ state: "created" });
});

test("what is no open invitation makes none", async () => {
  const expired = await invitation();
  now += 60_000;
  const email = fresh();
  for (const secret of [expired, await invitation(null, true), makeSecret(), "", "\0"]) {
    const made = join(email, { mode: "open" }, secret);
    await expect(made).rejects.toMatchObject({ code: "forbidden", path: "/invitation" });
  }
  expect(await exists(email)).toBe(false);
});

test("without an invitation nobody joins by invitation only, and closed is closed", async () => {
  await expect(join(fresh(), { mode: "invitation" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(join(fresh(), { mode: "closed" })).rejects.toMatchObject({ code: "forbidden" });
  const secret = await invitation();
  await expect(join(fresh(), { mode: "closed" }, secret)).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  "no-at",
  "two@at@example.org",
  "ada@localhost",
  "a da@example.org",
  "ada@example.org\nbcc: eve@example.org",
  "ada@example.org, eve@example.org",
  "<ada@example.org>",
  '"ada"@example.org',
  "ada@exam\0ple.org",
  `${"a".repeat(65)}@example.org`,
  `ada@${"a".repeat(320)}.org`,
  "ada@example..org",
])("%j is no address", async (email) => {
  await expect(join(email)).rejects.toMatchObject({ issues: [{ path: ["email"] }] });
});

test.each(["ada+runs@example.org", "Zoë@Exämple.org", "用户@例子.公司", ` o'neil@example.org `])(
  "%j is one",
  async (email) => {
    await join(email);
    expect(await exists(email.trim().toUpperCase())).toBe(true);
  },
);
