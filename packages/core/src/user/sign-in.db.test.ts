import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { hash } from "@node-rs/argon2";
import { beforeEach, expect, test, vi } from "vitest";
import { createUser } from "./create";
import { listAccountEvents } from "./events";
import { signInWithPassword } from "./sign-in";

const spied = vi.hoisted(() => ({ verified: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const verify: typeof real.verify = (...args) => {
    spied.verified += 1;
    return real.verify(...args);
  };
  return { ...real, verify };
});

const PASSWORD = "turnips in copper";
const db = await createTestDatabase();
let now = Date.now();
const ctx = { db, now: () => new Date(now++), address: "192.0.2.7" };
let waiting: (() => Promise<void>)[] = [];
const later = (_: string, work: () => Promise<void>) => void waiting.push(work);
const afterAnswer = async () => {
  for (const work of waiting.splice(0)) await work();
};
let user: { id: string; email: string };
let count = 0;
beforeEach(async () => {
  waiting = [];
  const email = `ada${count++}@example.org`;
  user = { email, ...(await createUser({ ctx, input: { email, name: "Ada", password: PASSWORD } })) };
});

const signIn = (email: string, password: string) =>
  signInWithPassword({ ctx, input: { email, password }, later });
const setHash = (passwordHash: string | null) =>
  withSystem(db, (tx) => tx.user.update({ where: { id: user.id }, data: { passwordHash } }));
const storedHash = async () =>
  (await withSystem(db, (tx) => tx.user.findUniqueOrThrow({ where: { id: user.id } }))).passwordHash ?? "";
const actions = async () =>
  (await listAccountEvents({ ctx, input: { userId: user.id } })).events.map(({ action }) => action);

test("one password is compared, and nothing is written before the answer, whoever it is", async () => {
  const rows = () => withSystem(db, (tx) => tx.auditEvent.count());
  const costs = async (email: string, password: string) => {
    const [verified, before] = [spied.verified, await rows()];
    expect(await signIn(email, password)).toBeNull();
    return { verified: spied.verified - verified, written: (await rows()) - before };
  };
  const same = { verified: 1, written: 0 };
  expect(await costs(user.email, "not the password")).toEqual(same);
  expect(await costs("nobody@example.org", "not the password")).toEqual(same);
  await setHash(null);
  expect(await costs(user.email, "not the password")).toEqual(same);
});

test("the person sees who got in and who tried", async () => {
  await signIn(user.email, "not the password");
  await afterAnswer();
  expect(await signIn(user.email, PASSWORD)).toMatchObject({ id: user.id });
  expect(await actions()).toEqual(["account.signed_in", "account.sign_in_failed", "account.signed_up"]);
});

test("after ten failures an address waits, whatever is typed; success begins anew", async () => {
  for (let i = 0; i < 9; i++) await signIn(user.email, `guess ${i}`);
  expect(await signIn(user.email.toUpperCase(), PASSWORD)).not.toBeNull();
  for (let i = 0; i < 10; i++) await signIn(` ${user.email}`, `guess ${i}`);
  await expect(signIn(user.email, PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
  for (let i = 0; i < 10; i++) await signIn("ghost@example.org", `guess ${i}`);
  await expect(signIn("ghost@example.org", PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
  now += 15 * 60_000;
  expect(await signIn(user.email, PASSWORD)).not.toBeNull();
});

test("a hash that is weaker than today's is replaced at the next sign-in", async () => {
  const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await setHash(weak);
  expect(await signIn(user.email, "not the password")).toBeNull();
  expect(await storedHash()).toBe(weak);
  expect(await signIn(user.email, PASSWORD)).not.toBeNull();
  const better = await storedHash();
  expect(better).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await signIn(user.email, PASSWORD)).not.toBeNull();
  expect(await storedHash()).toBe(better);
});

test("letters that look the same are the same, however they are typed", async () => {
  const composed = "Zoë's turnips";
  const { id } = await createUser({
    ctx,
    input: { email: `zoe${count}@example.org`, name: "Zoë", password: composed.normalize("NFD") },
  });
  expect(await signIn(`zoe${count}@example.org`, composed.normalize("NFC"))).toMatchObject({ id });
});
