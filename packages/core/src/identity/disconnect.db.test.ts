import { createUuidV7 } from "@heddle/contract";
import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import type { InstanceContext } from "../context";
import { issueReset } from "../user/issue-reset";
import { resetPassword } from "../user/reset-password";
import { disconnectIdentity } from "./disconnect";
import type { Provider } from "./facts";
import { listIdentities } from "./list";

const ALL: Provider[] = ["github", "google", "oidc"];

let ctx: InstanceContext;
beforeAll(async () => {
  ctx = { db: await createTestDatabase(), now: () => new Date() };
});

async function person(providers: Provider[], passwordHash: string | null = null): Promise<string> {
  const id = createUuidV7();
  const email = `${id}@example.org`;
  await withSystem(ctx.db, async (tx) => {
    await tx.user.create({ data: { id, email, name: "Ada", passwordHash } });
    for (const provider of providers)
      await tx.userIdentity.create({ data: { provider, subject: id, userId: id, email, name: "Ada" } });
  });
  return id;
}

const disconnect = (userId: string, provider: Provider, offered = ALL) =>
  disconnectIdentity({ ctx, input: { userId, provider }, offered });
const left = async (userId: string) =>
  (await listIdentities({ ctx, input: { userId } })).map(({ provider }) => provider);

test("an identity is taken away, and it is written down", async () => {
  const id = await person(["github", "google"]);
  await disconnect(id, "github");
  expect(await left(id)).toEqual(["google"]);
  const events = await withSystem(ctx.db, (tx) => tx.auditEvent.findMany({ where: { actorId: id } }));
  expect(events).toMatchObject([{ action: "account.identity_disconnected", detail: { provider: "github" } }]);
});

test("the last way in stays", async () => {
  const id = await person(["github"]);
  await expect(disconnect(id, "github")).rejects.toMatchObject({ code: "conflict", path: "/provider" });
  expect(await left(id)).toEqual(["github"]);
});

test("a password is a way in; an identity whose provider is not offered any more is none", async () => {
  const withPassword = await person(["github"], "hash");
  await disconnect(withPassword, "github");
  expect(await left(withPassword)).toEqual([]);
  const id = await person(["github", "oidc"]);
  await expect(disconnect(id, "github", ["github"])).rejects.toMatchObject({ code: "conflict" });
  await disconnect(id, "oidc", ["github"]);
  expect(await left(id)).toEqual(["github"]);
});

test("of the last two one stays when both are disconnected at the same moment", async () => {
  const id = await person(["github", "google"]);
  const both = [disconnect(id, "github"), disconnect(id, "google")];
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status).sort();
  expect(outcomes).toEqual(["fulfilled", "rejected"]);
  expect(await left(id)).toHaveLength(1);
});

test("what is not connected, or belongs to somebody else, is not found", async () => {
  const id = await person(["google"], "hash");
  const other = await person(["github"], "hash");
  await expect(disconnect(id, "github")).rejects.toMatchObject({ code: "not_found" });
  expect(await left(other)).toEqual(["github"]);
});

test("a reset of the password closes the back doors that somebody else may have left", async () => {
  const id = await person(["google"], "hash");
  const foreign = { provider: "github", subject: `of-${id}`, email: "eve@example.org", name: "Eve" };
  await withSystem(ctx.db, (tx) => tx.userIdentity.create({ data: { ...foreign, userId: id } }));
  const links = { hashingKey: Buffer.alloc(32, 7), publicUrl: "https://heddle.example" };
  const reset = await withSystem(ctx.db, (tx) => issueReset(tx, ctx, { links, userId: id, lifeMs: 60_000 }));
  const token = reset.link.split("/").at(-1) ?? "";
  await resetPassword({ ctx, input: { token, password: "plenty of odd socks 7" }, links });
  expect(await left(id)).toEqual(["google"]);
});
