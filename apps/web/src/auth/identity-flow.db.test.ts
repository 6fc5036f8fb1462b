import { withSystem } from "@heddle/db";
import { beforeAll, expect, test } from "vitest";
import { createOidcStage, type OidcStage, PASSWORD } from "../testing/oidc-stage";

let stage: OidcStage;
beforeAll(async () => {
  stage = await createOidcStage();
});

test("a newcomer is asked before an account is made, then goes where they wanted, and comes in directly later", async () => {
  const { sub, email } = stage.person({ name: "Ada <b>Lovelace</b>" });
  const visitor = stage.visitor();
  const asked = await visitor.come(sub, "/account?x=1");
  expect(asked.href).toBe(`${stage.web.url}/connect`);
  expect(await visitor.whoAmI()).toBeNull();
  expect(await stage.known(email)).toEqual({ accounts: [], identities: [] });
  const page = await visitor.read("/connect");
  expect(page).toContain("Create your account");
  expect(page).toContain(email);
  expect(page).toContain("Test Login");

  const done = await visitor.agree({ step: "create", name: "Ada L.", callbackUrl: "/account?x=1" });
  expect(done).toMatchObject({ status: 200, error: null });
  expect(done.url.href).toBe(`${stage.web.url}/account?x=1`);
  expect(await visitor.whoAmI()).toMatchObject({ email, name: "Ada L." });

  const later = stage.visitor();
  expect((await later.come(sub, "/account")).href).toBe(`${stage.web.url}/account`);
  expect(await later.whoAmI()).toMatchObject({ email });
  expect((await stage.known(email)).accounts).toHaveLength(1);
});

test("the session holds the user's id and session version and nothing of the provider", async () => {
  const { sub } = stage.person();
  const visitor = await stage.signedUp(sub);
  const session = await (await visitor.here.fetch("/api/auth/session")).json();
  expect(Object.keys(session.claims).sort()).toEqual(["sessionVersion", "userId"]);
  expect(JSON.stringify(session)).not.toContain(sub);
});

test("whoever has the address already enters its password first", async () => {
  const { sub, email } = stage.person();
  const id = await stage.account(email);
  const visitor = stage.visitor();
  expect((await visitor.come(sub)).pathname).toBe("/connect");
  expect(await visitor.whoAmI()).toBeNull();
  expect(await visitor.read("/connect")).toContain("Is this your account?");
  expect(await visitor.agree({ step: "create", name: "Eve" })).toMatchObject({ error: "IdentityChanged" });
  expect(await visitor.agree({ step: "connect", account: id })).toMatchObject({ error: "IdentityChanged" });
  expect(await visitor.agree({ step: "password", password: "a wrong one" })).toMatchObject({
    status: 401,
    error: "CredentialsSignin",
  });
  expect(await stage.known(email)).toEqual({ accounts: [id], identities: [] });
  expect(await visitor.agree({ step: "password", password: PASSWORD })).toMatchObject({ error: null });
  expect(await visitor.whoAmI()).toMatchObject({ email });
  expect(await stage.known(email)).toEqual({ accounts: [id], identities: [id] });
});

test("guessing that password is throttled like sign-in", async () => {
  const { sub, email } = stage.person();
  await stage.account(email);
  const visitor = stage.visitor();
  await visitor.come(sub);
  for (let i = 0; i < 10; i += 1) await visitor.agree({ step: "password", password: `wrong ${i}` });
  expect(await visitor.agree({ step: "password", password: PASSWORD })).toMatchObject({
    error: "TooManyAttempts",
  });
  expect((await stage.known(email)).identities).toEqual([]);
});

test("who is signed in connects after a look at both accounts", async () => {
  const { sub, email } = stage.person();
  const work = `work-${sub}@example.org`;
  const id = await stage.account(work);
  const visitor = await stage.signedIn(work);
  expect((await visitor.come(sub, "/account/security")).pathname).toBe("/connect");
  expect(await stage.known(email)).toEqual({ accounts: [], identities: [] });
  const page = await visitor.read("/connect");
  expect(page).toContain("Connect Test Login?");
  expect(page).toContain(email);
  expect(page).toContain(work);
  const other = await stage.account(`other-${sub}@example.org`);
  expect(await visitor.agree({ step: "connect", account: other })).toMatchObject({
    error: "IdentityChanged",
  });
  expect(await visitor.agree({ step: "connect", account: id })).toMatchObject({ error: null });
  expect(await stage.known(email)).toEqual({ accounts: [], identities: [id] });
  expect(await visitor.whoAmI()).toMatchObject({ email: work });
  const later = stage.visitor();
  await later.come(sub);
  expect(await later.whoAmI()).toMatchObject({ email: work });
});

test("cancelling forgets the identity", async () => {
  const { sub, email } = stage.person();
  const visitor = stage.visitor();
  await visitor.come(sub);
  const copy = visitor.here.copy();
  const headers = { "content-type": "application/json", origin: stage.web.url };
  const answer = await visitor.here.fetch("/api/trpc/identity.cancel", {
    method: "POST",
    headers,
    body: "{}",
  });
  expect(answer.status).toBe(200);
  expect(visitor.here.cookie).not.toContain("heddle.identity");
  expect(await visitor.read("/connect")).toContain("Nothing to connect");
  expect(await (await copy.fetch("/connect")).text()).toContain("Nothing to connect");
  expect(await stage.known(email)).toEqual({ accounts: [], identities: [] });
});

test("who has no password is led to the identity that they came with first", async () => {
  const { sub, email } = stage.person();
  await stage.signedUp(sub);
  await withSystem(stage.world.services.db, (tx) =>
    tx.userIdentity.updateMany({ where: { email }, data: { provider: "google" } }),
  );
  const visitor = stage.visitor();
  await visitor.come(sub);
  expect(await visitor.read("/connect")).toContain("Sign in the way you did before");
  expect(await visitor.agree({ step: "password", password: "" })).toMatchObject({ error: "IdentityChanged" });
});

test("signing in is written down with the service, and joining, too", async () => {
  const { sub, email } = stage.person();
  await stage.signedUp(sub);
  await stage.visitor().come(sub);
  const events = await withSystem(stage.world.services.db, (tx) =>
    tx.auditEvent.findMany({ where: { actor: email } }),
  );
  const actions = events.map(({ action }) => action).sort();
  expect(actions).toEqual([
    "account.identity_connected",
    "account.signed_in",
    "account.signed_in",
    "account.signed_up",
  ]);
  expect(events.every(({ address }) => address === "127.0.0.1")).toBe(true);
});
