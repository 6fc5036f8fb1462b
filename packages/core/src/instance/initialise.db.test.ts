import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { expect, test } from "vitest";
import { authenticateApiKey } from "../api-key/authenticate";
import { listProjectsForUser } from "../project/list-for-user";
import { changePassword } from "../user/change-password";
import { checkPassword } from "../user/check-password";
import { createUser } from "../user/create";
import { awaitsFirstSignIn } from "./awaits-first-sign-in";
import { initialiseInstance } from "./initialise";
import { resolveOperator } from "./resolve-operator";

const hashingKey = Buffer.alloc(32, 1);
const keep = async () => {};

test("the first start makes an account and a key that work, and only the first", async () => {
  const db = await createTestDatabase();
  const ctx = { db, now: () => new Date() };
  const starts = await Promise.all([1, 2, 3].map(() => initialiseInstance({ ctx, hashingKey, keep })));
  const made = starts.filter((secrets) => secrets !== null);
  expect(made).toHaveLength(1);
  const [secrets] = made;
  if (!secrets) throw new Error("nothing was made");

  const { user, matches } = await checkPassword({ ctx, input: secrets });
  expect(matches).toBe(true);
  const operator = await resolveOperator({ ctx, input: { userId: user?.id ?? "" } });
  expect(operator.actor).toMatchObject({ type: "user", email: secrets.email });
  const projects = await listProjectsForUser({ ctx, input: { userId: user?.id ?? "" } });
  expect(projects).toMatchObject([
    { slug: secrets.project, organization: { slug: secrets.org }, role: "owner" },
  ]);
  const key = await authenticateApiKey({ ctx, input: { key: secrets.apiKey }, hashingKey });
  expect(key).toMatchObject({ scopes: ["ingest", "read"], projectId: projects[0]?.id });

  const stored = JSON.stringify(
    await withSystem(db, async (tx) => [await tx.user.findMany(), await tx.apiKey.findMany()]),
  );
  expect(stored).not.toContain(secrets.password);
  expect(stored).not.toContain(secrets.apiKey);
  expect(await initialiseInstance({ ctx, hashingKey, keep })).toBeNull();
});

test("two instances share no secret", async () => {
  const secretsOf = async () => {
    const ctx = { db: await createTestDatabase(), now: () => new Date() };
    return initialiseInstance({ ctx, hashingKey, keep });
  };
  const [one, other] = [await secretsOf(), await secretsOf()];
  expect(one?.password).not.toBe(other?.password);
  expect(one?.apiKey).not.toBe(other?.apiKey);
});

test("secrets that could not be kept leave nothing behind, and the next start makes others", async () => {
  const ctx = { db: await createTestDatabase(), now: () => new Date() };
  const full = async () => {
    throw new Error("disk full");
  };
  await expect(initialiseInstance({ ctx, hashingKey, keep: full })).rejects.toThrow("disk full");
  expect(await initialiseInstance({ ctx, hashingKey, keep })).not.toBeNull();
});

test("the way to the first password is told until it is used, or there are others", async () => {
  const ctx = { db: await createTestDatabase(), now: () => new Date() };
  expect(await awaitsFirstSignIn({ ctx })).toBe(false);
  const secrets = await initialiseInstance({ ctx, hashingKey, keep });
  expect(await awaitsFirstSignIn({ ctx })).toBe(true);
  const user = await withSystem(ctx.db, (tx) => tx.user.findFirstOrThrow());
  const current = secrets?.password ?? "";
  const input = { userId: user.id, current, password: "turnips in copper pans" };
  await changePassword({ ctx, input, publicUrl: "http://heddle.test" });
  expect(await awaitsFirstSignIn({ ctx })).toBe(false);

  const other = { db: await createTestDatabase(), now: () => new Date() };
  await initialiseInstance({ ctx: other, hashingKey, keep });
  const person = { email: "ada@example.org", name: "Ada", password: "turnips in copper pans" };
  await createUser({ ctx: other, input: person });
  expect(await awaitsFirstSignIn({ ctx: other })).toBe(false);
});
