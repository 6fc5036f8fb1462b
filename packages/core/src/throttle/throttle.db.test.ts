import { createDatabase, withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { InstanceContext } from "../context";
import { deleteOldAttempts } from "./delete-old-attempts";
import type { Limit } from "./limits";
import { forgiveAttempts, requireAttempt, takeAttempt } from "./take-attempt";

const LIMIT: Limit = { what: "test", most: 3, windowMs: 60_000 };
const START = Date.parse("2026-11-23T12:00:00Z");

const db = await createTestDatabase();
const other = createDatabase({ url: db.url });
afterAll(() => other.close());

let now = START;
let ctx: InstanceContext;
let elsewhere: InstanceContext;
beforeEach(() => {
  now = START;
  ctx = { db, now: () => new Date(now) };
  elsewhere = { db: other, now: () => new Date(now) };
});

const allowed = async (name: string, limit = LIMIT, from = ctx) =>
  (await takeAttempt({ ctx: from, input: { limit, name } })) === null;

test("a name has so many attempts in a window, counted over all processes", async () => {
  expect([await allowed("a"), await allowed("a", LIMIT, elsewhere), await allowed("a")]).toEqual([
    true,
    true,
    true,
  ]);
  expect(await allowed("a", LIMIT, elsewhere)).toBe(false);
  expect(await allowed("a")).toBe(false);
  now += LIMIT.windowMs - 1;
  expect(await allowed("a")).toBe(false);
  now += 1;
  expect(await allowed("a", LIMIT, elsewhere)).toBe(true);
});

test("attempts at the same moment all count", async () => {
  const tries = Array.from({ length: 20 }, (_, i) => allowed("busy", LIMIT, i % 2 ? ctx : elsewhere));
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(LIMIT.most);
});

test("names and limits do not share attempts, whatever they are called", async () => {
  for (let i = 0; i < 4; i++) await allowed("b");
  expect(await allowed("b ")).toBe(true);
  expect(await allowed("b", { ...LIMIT, what: "other" })).toBe(true);
  expect(await allowed("\0; drop table attempt_count")).toBe(true);
});

test("a name that proved itself begins anew", async () => {
  for (let i = 0; i < 4; i++) await allowed("c");
  await forgiveAttempts({ ctx: elsewhere, input: { limit: LIMIT, name: "c" } });
  expect(await allowed("c")).toBe(true);
});

test("the refusal says how long to wait", async () => {
  const attempt = () => requireAttempt({ ctx, input: { limit: LIMIT, name: "d" } });
  for (let i = 0; i < 3; i++) await attempt();
  now += 15_000;
  await expect(attempt()).rejects.toMatchObject({
    code: "rate_limited",
    fix: "Wait 1 minute, then try again.",
  });
});

test("the table holds no names and loses what is over", async () => {
  now += 60 * 60_000;
  await deleteOldAttempts({ ctx });
  await allowed("ada@example.org");
  now += LIMIT.windowMs / 2;
  await allowed("bob@example.org");
  const rows = () => withSystem(db, (tx) => tx.attemptCount.findMany());
  expect(JSON.stringify((await rows()).map(({ key }) => Buffer.from(key).toString()))).not.toContain("ada@");
  now += LIMIT.windowMs / 2;
  expect(await deleteOldAttempts({ ctx })).toBe(1);
  expect(await rows()).toHaveLength(1);
  expect(await deleteOldAttempts({ ctx })).toBe(0);
});
