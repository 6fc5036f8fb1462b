import { createHash } from "node:crypto";
import { withSystem } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import type { InstanceContext } from "../context";
import { hashSecret } from "../token/secret";
import { createUser } from "../user/create";
import type { SignUpMode } from "../user/sign-up-mode";
import { connectIdentity } from "./connect";
import { dropOffer } from "./drop-offer";
import type { IdentityFacts } from "./facts";
import { readOffer } from "./read-offer";
import { receiveIdentity } from "./receive";
import { signUpWithIdentity } from "./sign-up";

const hashingKey = Buffer.alloc(32, 7);

let ctx: InstanceContext;
let clock = new Date("2026-01-01T12:00:00Z");
beforeAll(async () => {
  ctx = { db: await createTestDatabase(), now: () => clock, address: "192.0.2.1" };
});

let count = 0;
function person(more: Partial<IdentityFacts> = {}): IdentityFacts & { email: string } {
  count += 1;
  const email = more.email ?? `person-${count}@example.org`;
  return { provider: "google", subject: `${count}`, emailVerified: true, name: "Ada", ...more, email };
}

async function come(facts: IdentityFacts, callbackUrl = "/", signedInAs: string | null = null) {
  const came = await receiveIdentity({ ctx, input: { facts, callbackUrl, signedInAs }, hashingKey });
  return "user" in came ? { user: came.user, secret: "" } : { user: null, secret: came.secret };
}

const door = (signUp: SignUpMode = "open") => ({ signUp, hashingKey });
const look = (secret: string, signedInAs: string | null = null, signUp?: SignUpMode) =>
  readOffer({ ctx, input: { secret, signedInAs }, door: door(signUp) });
const step = async (...args: Parameters<typeof look>) => (await look(...args))?.next.step;
const signUp = (secret: string, mode?: SignUpMode) =>
  signUpWithIdentity({ ctx, input: { secret, name: "Ada L." }, door: door(mode) });
const connect = (secret: string, userId: string) =>
  connectIdentity({ ctx, input: { secret, userId }, hashingKey });
const account = async (email: string) =>
  (await createUser({ ctx, input: { email, name: "Ada", password: "plenty of odd socks 7" } })).id;

const stored = (facts: IdentityFacts) =>
  withSystem(ctx.db, async (tx) => ({
    users: await tx.user.findMany({ where: { email: facts.email ?? "" } }),
    identity: await tx.userIdentity.findUnique({
      where: { provider_subject: { provider: facts.provider, subject: facts.subject } },
    }),
  }));

const events = (userId: string) =>
  withSystem(ctx.db, (tx) => tx.auditEvent.findMany({ where: { actorId: userId } }));

test("coming with an unknown identity makes nothing and signs nobody in", async () => {
  const facts = person();
  const { user, secret } = await come(facts, "/a/b");
  expect(user).toBeNull();
  expect(await stored(facts)).toEqual({ users: [], identity: null });
  expect(await look(secret)).toEqual({
    provider: "google",
    email: facts.email,
    name: "Ada",
    callbackUrl: "/a/b",
    next: { step: "create", email: facts.email },
  });
});

test("an endless address to go on to is forgotten, and nothing else", async () => {
  const { secret } = await come(person(), `/${"x".repeat(3000)}`);
  expect((await look(secret))?.callbackUrl).toBe("/");
});

test("who agrees gets an account without a password, and comes in with the identity from then on", async () => {
  const facts = person();
  const made = await signUp((await come(facts)).secret);
  expect(made).toMatchObject({ email: facts.email, name: "Ada L.", sessionVersion: 0 });
  expect((await stored(facts)).users[0]?.passwordHash).toBeNull();
  expect((await come(facts)).user).toMatchObject({ id: made.id, email: facts.email });
  const seen = await events(made.id);
  const ofOneMoment = [
    "account.identity_connected",
    "account.signed_in",
    "account.signed_in",
    "account.signed_up",
  ];
  expect(seen.map(({ action }) => action).sort()).toEqual(ofOneMoment);
  expect(seen.every(({ address }) => address === "192.0.2.1")).toBe(true);
  expect(seen.find(({ action }) => action === "account.signed_in")?.detail).toEqual({ with: "google" });
  expect(seen.every(({ organizationId }) => organizationId === null)).toBe(true);
});

test("the account of an address is not entered by coming with that address, in any case of its letters", async () => {
  const facts = person();
  const id = await account(facts.email.toUpperCase());
  const { user, secret } = await come(facts);
  expect(user).toBeNull();
  expect((await look(secret))?.next).toEqual({ step: "password", account: { id, email: facts.email } });
  await expect(signUp(secret)).rejects.toMatchObject({ code: "conflict" });
  expect((await stored(facts)).identity).toBeNull();
  // The refusal used nothing up.
  expect(await connect(secret, id)).toMatchObject({ id });
  expect((await come(facts)).user).toMatchObject({ id });
});

test("an address that changes at the provider leaves account and identity together", async () => {
  const facts = person();
  const { id } = await signUp((await come(facts)).secret);
  const victim = person();
  await account(victim.email);
  const { user } = await come({ ...facts, email: victim.email, name: "Countess" });
  expect(user).toMatchObject({ id, email: facts.email });
  expect((await stored(facts)).identity).toMatchObject({ userId: id, email: victim.email, name: "Countess" });
  for (const email of [null, "claimed@example.org"])
    expect((await come({ ...facts, email, emailVerified: false })).user).toMatchObject({ id });
  expect((await stored(facts)).identity).toMatchObject({ email: victim.email });
});

test.each([
  ["not verified", { emailVerified: false }],
  ["missing", { email: null, emailVerified: false }],
  ["missing and called verified", { email: null }],
])("with an address that is %s nothing is made or joined, whatever is asked for", async (_, told) => {
  const facts = { ...person(), ...told };
  const id = await account(person().email);
  const { secret } = await come(facts);
  expect(await step(secret)).toBe("unverified");
  expect(await step(secret, id)).toBe("unverified");
  await expect(signUp(secret)).rejects.toMatchObject({ code: "conflict" });
  await expect(connect(secret, id)).rejects.toMatchObject({ code: "forbidden" });
  expect((await stored(facts)).identity).toBeNull();
});

test("the same subject of another provider is somebody else", async () => {
  const facts = person();
  await signUp((await come(facts)).secret);
  expect((await come({ ...facts, provider: "oidc" })).user).toBeNull();
});

test("an identity of another account changes neither that nor the session", async () => {
  const facts = person();
  const owner = await signUp((await come(facts)).secret);
  const other = await account(person().email);
  const { user, secret } = await come(facts, "/", other);
  expect(user).toBeNull();
  expect(await step(secret, other)).toBe("taken");
  await expect(connect(secret, other)).rejects.toMatchObject({ code: "conflict" });
  expect((await stored(facts)).identity?.userId).toBe(owner.id);
  expect((await come(facts, "/", owner.id)).user?.id).toBe(owner.id);
});

test("an account has one identity of a provider", async () => {
  const [first, second] = [person(), person()];
  const { id } = await signUp((await come(first)).secret);
  const { secret } = await come(second, "/", id);
  expect(await step(secret, id)).toBe("occupied");
  await expect(connect(secret, id)).rejects.toMatchObject({ code: "conflict" });
  expect((await stored(second)).identity).toBeNull();
});

test("an account without a password names the identities that lead in", async () => {
  const facts = person();
  await signUp((await come(facts)).secret);
  const { secret } = await come({ ...facts, provider: "github" });
  expect((await look(secret))?.next).toMatchObject({ step: "other-identity", providers: ["google"] });
});

test("what somebody has come with counts once, for ten minutes, and only until it is dropped", async () => {
  const used = await come(person());
  await signUp(used.secret);
  const dropped = await come(person());
  await dropOffer({ ctx, input: { secret: dropped.secret }, hashingKey });
  const old = await come(person());
  const before = clock;
  clock = new Date(before.getTime() + 10 * 60_000);
  const id = await account(person().email);
  for (const secret of [used.secret, dropped.secret, old.secret, "", "x".repeat(43)]) {
    expect(await look(secret)).toBeNull();
    await expect(signUp(secret)).rejects.toMatchObject({ code: "not_found" });
    await expect(connect(secret, id)).rejects.toMatchObject({ code: "not_found" });
  }
  clock = before;
});

test("the database keeps no secret, only its HMAC under the instance's key", async () => {
  const { secret } = await come(person());
  const rows = await withSystem(ctx.db, (tx) => tx.userToken.findMany({ where: { kind: "identity" } }));
  const hashes = rows.map(({ hash }) => Buffer.from(hash).toString("hex"));
  expect(hashes).toContain(Buffer.from(hashSecret(hashingKey, secret)).toString("hex"));
  expect(hashes).not.toContain(createHash("sha256").update(secret).digest("hex"));
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test("of completions at the same moment one succeeds", async () => {
  const facts = person();
  const [a, b] = [await come(facts), await come(facts)];
  const outcomes = await Promise.allSettled([a, a, b, b].map(({ secret }) => signUp(secret)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await stored(facts)).users).toHaveLength(1);

  const one = person();
  const accounts = [await account(person().email), await account(person().email)];
  const offers = await Promise.all(accounts.map(() => come(one)));
  const joined = await Promise.allSettled(offers.map(({ secret }, i) => connect(secret, accounts[i] ?? "")));
  expect(joined.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("where people need an invitation, it must be for them and still open", async () => {
  const { scope } = await createTestProject(ctx.db);
  const ada = person();
  const invite = async (secret: string, more: { email?: string; revokedAt?: Date; expiresAt?: Date }) => {
    const { organizationId } = scope;
    const base = { organizationId, role: "member" as const, expiresAt: new Date(clock.getTime() + 1000) };
    const hash = hashSecret(hashingKey, secret);
    const data = { id: crypto.randomUUID(), ...base, ...more, hash };
    await withSystem(ctx.db, (tx) => tx.invitation.create({ data }));
  };
  await invite("anyone", {});
  await invite("ada", { email: ada.email });
  await invite("eve", { email: "eve@example.org" });
  await invite("revoked", { revokedAt: clock });
  await invite("old", { expiresAt: clock });
  const at = async (path: string, mode: SignUpMode = "invitation") =>
    step((await come(ada, path)).secret, null, mode);
  expect(await at("/invite/anyone")).toBe("create");
  expect(await at("http://heddle.test/invite/ada?x=1")).toBe("create");
  for (const path of ["/", "/invite/eve", "/invite/revoked", "/invite/old", "/invite/none", "/x/invite/ada"])
    expect(await at(path)).toBe("refused");
  expect(await at("/invite/ada", "closed")).toBe("refused");
  const { secret } = await come(ada, "/invite/eve");
  await expect(signUp(secret, "invitation")).rejects.toMatchObject({ code: "conflict" });
  expect((await stored(ada)).users).toEqual([]);
  await signUp((await come(ada, "/invite/ada")).secret, "invitation");
});

test.each(["", "   ", "\u202E\u0000", "x".repeat(201)])("an account has a name, not %j", async (name) => {
  const { secret } = await come(person());
  await expect(signUpWithIdentity({ ctx, input: { secret, name }, door: door() })).rejects.toThrow();
});
