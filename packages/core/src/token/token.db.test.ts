import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { createUser } from "../user/create";
import { deleteOldTokens } from "./delete-old-tokens";
import { endTokens, issueToken } from "./issue";
import type { TokenKind } from "./kind";
import { looksLikeSecret } from "./secret";
import { findToken, useToken } from "./use";

const HOUR_MS = 60 * 60 * 1000;
const START = Date.parse("2026-11-23T12:00:00Z");
const hashingKey = Buffer.alloc(32, 1);

const db = await createTestDatabase();
let now = START;
const ctx = { db, now: () => new Date(now) };
let userId: string;
let count = 0;
beforeEach(async () => {
  now = START;
  const email = `user${count++}@example.org`;
  ({ id: userId } = await createUser({ ctx, input: { email, name: "Ada", password: "turnips in copper" } }));
});

const issue = (kind: TokenKind = "password-reset", of: string | null = userId) =>
  withSystem(db, (tx) =>
    issueToken(tx, { ctx, hashingKey }, { kind, userId: of, lifeMs: HOUR_MS, data: { a: 1 } }),
  );
const use = (secret: string, kinds: TokenKind[] = ["password-reset"], key = hashingKey) =>
  withSystem(db, (tx) => useToken(tx, { ctx, hashingKey: key, kinds, secret }));
const over = { code: "not_found", path: "/token" };

test("a secret works once, and looking at it does not use it up", async () => {
  const { secret, expiresAt } = await issue();
  expect(looksLikeSecret(secret)).toBe(true);
  expect(expiresAt.getTime()).toBe(START + HOUR_MS);
  const given = { ctx, hashingKey, kinds: ["password-reset"], secret } as const;
  for (let i = 0; i < 3; i++) {
    expect(await withSystem(db, (tx) => findToken(tx, given))).toMatchObject({ userId, data: { a: 1 } });
  }
  expect(await use(secret)).toMatchObject({ userId, data: { a: 1 } });
  await expect(use(secret)).rejects.toMatchObject(over);
  expect(await withSystem(db, (tx) => findToken(tx, given))).toBeNull();
});

test("of many who use one at the same moment exactly one wins", async () => {
  const { secret } = await issue();
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => use(secret)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a use that fails gives the secret back", async () => {
  const { secret } = await issue();
  const failing = withSystem(db, async (tx) => {
    await useToken(tx, { ctx, hashingKey, kinds: ["password-reset"], secret });
    throw new Error("later");
  });
  await expect(failing).rejects.toThrow("later");
  expect(await use(secret)).toMatchObject({ userId });
});

test("a secret is good for its kind only, under the key it was made with, until it expires", async () => {
  const { secret } = await issue("change-email");
  await expect(use(secret)).rejects.toMatchObject(over);
  await expect(use(secret, ["change-email"], Buffer.alloc(32, 2))).rejects.toMatchObject(over);
  now = START + HOUR_MS;
  await expect(use(secret, ["change-email"])).rejects.toMatchObject(over);
  now -= 1;
  expect(await use(secret, ["sign-up", "change-email"])).toMatchObject({ kind: "change-email" });
});

test.each(["", "short", "a".repeat(43), `${"a".repeat(42)}=`, "x".repeat(100_000), "\0".repeat(43)])(
  "%j is the secret of nothing",
  async (secret) => {
    await expect(use(secret)).rejects.toMatchObject(over);
  },
);

test("a newer secret ends the ones before of its kind and person, and no other", async () => {
  const bystander = await issue("change-email");
  const older = await issue();
  const newer = await issue();
  await expect(use(older.secret)).rejects.toMatchObject(over);
  expect(await use(newer.secret)).toMatchObject({ userId });
  expect(await use(bystander.secret, ["change-email"])).toMatchObject({ userId });
});

test("secrets made at the same moment leave one that works", async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => issue()));
  const works = await Promise.allSettled(made.map(({ secret }) => use(secret)));
  expect(works.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("using a secret while another is made stops nobody", async () => {
  for (let i = 0; i < 10; i++) {
    const { secret } = await issue();
    const using = withSystem(db, async (tx) => {
      await useToken(tx, { ctx, hashingKey, kinds: ["password-reset"], secret });
      await endTokens(tx, { kinds: ["password-reset"], userId });
    });
    const [used, made] = await Promise.allSettled([using, issue()]);
    expect(made.status).toBe("fulfilled");
    if (used.status === "rejected") expect(used.reason).toMatchObject(over);
  }
});

test("the database holds no secret, and forgets what is used up or too old", async () => {
  const [first, second, third] = [await issue("sign-up", null), await issue(), await issue("identity")];
  await use(second.secret);
  const rows = () => withSystem(db, (tx) => tx.userToken.findMany());
  const text = JSON.stringify(await rows(), (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("base64url") : value,
  );
  for (const { secret } of [first, second, third]) expect(text).not.toContain(secret);
  const before = (await rows()).length;
  expect(await deleteOldTokens({ ctx })).toBeGreaterThan(0);
  expect((await rows()).length).toBeLessThan(before);
  expect(await use(third.secret, ["identity"])).toMatchObject({ userId });
  now += HOUR_MS;
  await deleteOldTokens({ ctx });
  expect(await rows()).toEqual([]);
});

test("many old secrets go, but none that is in use", async () => {
  const { secret } = await issue("sign-up", null);
  await withSystem(
    db,
    (tx) => tx.$executeRaw`insert into user_token (id, kind, hash, created_at, expires_at)
      select gen_random_uuid(), 'sign-up', decode(md5(i::text), 'hex'), ${new Date(0)}, ${new Date(1)}
      from generate_series(1, 5001) i`,
  );
  const count = () => withSystem(db, (tx) => tx.userToken.count());
  await withSystem(db, async (tx) => {
    await useToken(tx, { ctx, hashingKey, kinds: ["sign-up"], secret });
    now += HOUR_MS;
    expect(await deleteOldTokens({ ctx })).toBe(5001);
  });
  expect(await count()).toBe(1);
  expect(await deleteOldTokens({ ctx })).toBe(1);
  expect(await count()).toBe(0);
});
