import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import type { InstanceContext } from "../context";
import { checkPassword } from "./check-password";
import { createUser } from "./create";
import { endSessions } from "./end-sessions";
import { getUser } from "./get";

const input = { email: "Ada@Example.org", name: "Ada", password: "correct horse battery" };

let ctx: InstanceContext;
let id: string;
beforeAll(async () => {
  ctx = { db: await createTestDatabase(), now: () => new Date() };
  ({ id } = await createUser({ ctx, input }));
});

async function verify(email: string, password: string) {
  const { user, matches } = await checkPassword({ ctx, input: { email, password } });
  return matches ? user : null;
}

test("the password opens the account, whatever the case of the address", async () => {
  expect(await verify(" ada@example.ORG ", input.password)).toMatchObject({ id, email: "ada@example.org" });
});

test.each([
  ["another password", input.email, "correct horse battery "],
  ["no password", input.email, ""],
  ["an endless password", input.email, input.password.padEnd(1_000_000)],
  ["an unknown address", "bob@example.org", input.password],
])("%s does not", async (_, email, password) => {
  expect(await verify(email, password)).toBeNull();
});

test("an account without a password cannot be opened with one", async () => {
  const other = await createUser({ ctx, input: { ...input, email: "no-password@example.org" } });
  await withSystem(ctx.db, (tx) => tx.user.update({ where: { id: other.id }, data: { passwordHash: null } }));
  expect(await verify("no-password@example.org", input.password)).toBeNull();
  expect(await verify("no-password@example.org", "")).toBeNull();
});

test("passwords are kept as argon2id with the published figures", async () => {
  const stored = await withSystem(ctx.db, (tx) => tx.user.findUniqueOrThrow({ where: { id } }));
  expect(stored.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("an address is taken once, in any case, also when two ask at the same time", async () => {
  const again = { ...input, email: "ADA@example.org" };
  await expect(createUser({ ctx, input: again })).rejects.toMatchObject({ code: "conflict", path: "/email" });
  const twins = [1, 2].map(() => createUser({ ctx, input: { ...input, email: "twin@example.org" } }));
  const outcomes = (await Promise.allSettled(twins)).map(({ status }) => status).sort();
  expect(outcomes).toEqual(["fulfilled", "rejected"]);
});

test("ending the sessions changes what a session is compared with", async () => {
  const before = await getUser({ ctx, input: { id } });
  await endSessions({ ctx, input: { userId: id } });
  const after = await getUser({ ctx, input: { id } });
  expect(after?.sessionVersion).toBe((before?.sessionVersion ?? 0) + 1);
});
