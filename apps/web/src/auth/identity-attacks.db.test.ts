import { beforeAll, beforeEach, expect, test } from "vitest";
import { startOidcProvider } from "../testing/oidc-provider";
import { createOidcStage, type OidcStage, PASSWORD } from "../testing/oidc-stage";
import { OidcVisitor } from "../testing/oidc-visitor";
import { startWebProcess } from "../testing/web-process";

let stage: OidcStage;
beforeAll(async () => {
  stage = await createOidcStage();
});
beforeEach(() => {
  stage.provider.forge(null);
  stage.provider.silence(null);
});

const ending = (url: URL) => `${url.pathname} ${url.searchParams.get("error")}`;

const NOTHING = { accounts: [], identities: [] };

test.each([
  ["that is not verified", { email_verified: false }],
  ["that is not verified, said in words", { email_verified: "false" }],
  ["nothing is said about", { email_verified: undefined }],
  ["called verified with a number", { email_verified: 1 }],
])("an address %s neither makes nor opens an account", async (_, more) => {
  const { sub, email } = stage.person(more);
  const visitor = stage.visitor();
  await visitor.come(sub);
  expect(await visitor.read("/connect")).toContain("has not confirmed your e-mail address");
  expect(await visitor.agree({ step: "create", name: "Eve" })).toMatchObject({ error: "IdentityChanged" });
  const id = await stage.account(email);
  expect(await visitor.agree({ step: "password", password: PASSWORD })).toMatchObject({
    error: "IdentityChanged",
  });
  expect(await stage.known(email)).toEqual({ accounts: [id], identities: [] });
});

test("an address that is verified in words counts", async () => {
  const visitor = stage.visitor();
  await visitor.come(stage.person({ email_verified: "true" }).sub);
  expect(await visitor.read("/connect")).toContain("Create your account");
});

test("no address, or one that only looks like another's, opens nothing", async () => {
  await stage.account("kate@example.org");
  for (const email of [
    "\u212Aate@example.org",
    "kate@example.org\u0000",
    "\u043Aate@example.org",
    undefined,
  ]) {
    const { sub } = stage.person();
    stage.provider.people.set(sub, { ...(email && { email }), email_verified: true });
    const visitor = stage.visitor();
    await visitor.come(sub);
    expect(await visitor.read("/connect")).toContain("gave no e-mail address");
    expect(await visitor.agree({ step: "password", password: PASSWORD })).toMatchObject({
      error: "IdentityChanged",
    });
  }
});

test("an account that somebody made with another's address is not shared with its true holder", async () => {
  const { sub, email } = stage.person();
  const attackers = await stage.account(email.toUpperCase());
  const victim = stage.visitor();
  expect((await victim.come(sub)).pathname).toBe("/connect");
  expect(await victim.whoAmI()).toBeNull();
  expect(await stage.known(email)).toEqual({ accounts: [attackers], identities: [] });
});

test("a changed address at the provider leads to the same account, not to that of its new address", async () => {
  const { sub, email } = stage.person();
  await stage.signedUp(sub);
  const other = stage.person();
  await stage.account(other.email);
  stage.provider.people.set(sub, { name: "Ada", email: other.email, email_verified: true });
  const visitor = stage.visitor();
  await visitor.come(sub);
  expect(await visitor.whoAmI()).toMatchObject({ email });
});

test("the same subject at another issuer is somebody else", async () => {
  const { sub } = stage.person();
  await stage.signedUp(sub);
  const other = await startOidcProvider();
  const web = await startWebProcess(stage.world, { ...other.env, SIGN_UP: "open" });
  other.serve(web.url);
  other.people.set(sub, { name: "Eve", email: "eve@example.org", email_verified: true });
  const eve = new OidcVisitor(web.url, other);
  expect((await eve.come(sub)).pathname).toBe("/connect");
  expect(await eve.whoAmI()).toBeNull();
  await other.close();
});

test.each([
  ["another audience", { claims: { aud: "somebody-else" } }],
  ["another issuer", { claims: { iss: "https://evil.example" } }],
  ["a time long past", { claims: { exp: 1_700_000_000 } }],
  ["another nonce", { claims: { nonce: "another" } }],
  ["no nonce", { claims: { nonce: undefined } }],
  ["somebody else's subject", { claims: { sub: "somebody-else" } }],
  ["the signature of another key", { otherKey: true }],
  ["no signature", { unsigned: true }],
])("an ID token with %s signs nobody in", async (_, forgery) => {
  const { sub } = stage.person();
  await stage.signedUp(sub);
  const visitor = stage.visitor();
  stage.provider.forge(forgery);
  const end = await visitor.come(sub);
  expect(ending(end)).toBe("/signin OAuthCallback");
  expect(await visitor.whoAmI()).toBeNull();
});

test.each([
  ["state", "another"],
  ["state", ""],
  ["code", "another"],
  ["iss", "https://evil.example"],
])("a way back with another %s leads nowhere", async (name, value) => {
  const { sub } = stage.person();
  await stage.signedUp(sub);
  const visitor = stage.visitor();
  const back = new URL(await visitor.choose(await visitor.leave(), sub));
  back.searchParams.set(name, value);
  expect(ending(await visitor.comeBack(back.href))).toBe("/signin OAuthCallback");
  expect(await visitor.whoAmI()).toBeNull();
});

test("a way back works in the browser that left, with the code that it was given, once", async () => {
  const [ada, eve] = [stage.person(), stage.person()];
  for (const { sub } of [ada, eve]) await stage.signedUp(sub);
  const [victim, attacker] = [stage.visitor(), stage.visitor()];
  const back = await victim.choose(await victim.leave(), ada.sub);
  const evil = await attacker.choose(await attacker.leave(), eve.sub);
  expect(ending(await attacker.comeBack(back))).toBe("/signin OAuthCallback");
  const mixed = new URL(back);
  mixed.searchParams.set("code", new URL(evil).searchParams.get("code") ?? "");
  // The state is the victim's own, but the code was given for another verifier.
  expect(ending(await victim.comeBack(mixed.href))).toBe("/signin OAuthCallback");
  expect(await victim.whoAmI()).toBeNull();
  const { cookie } = victim.here;
  expect((await victim.comeBack(back)).pathname).toBe("/");
  expect(await victim.whoAmI()).toMatchObject({ email: ada.email });
  const replay = stage.visitor();
  expect(ending(await replay.comeBack(back, { cookie }))).toBe("/signin OAuthCallback");
  expect(await replay.whoAmI()).toBeNull();
});

test("what a browser came with counts in that browser, once, also when it answers twice at a moment", async () => {
  const { sub, email } = stage.person();
  const visitor = stage.visitor();
  await visitor.come(sub);
  const stranger = stage.visitor();
  expect(await stranger.agree({ step: "create", name: "Eve" })).toMatchObject({ error: "IdentityChanged" });
  expect(await stranger.read("/connect")).toContain("Nothing to connect");
  const { csrfToken } = await (await visitor.here.fetch("/api/auth/csrf")).json();
  const { cookie } = visitor.here;
  const agree = (origin = stage.web.url) =>
    fetch(`${stage.web.url}/api/auth/callback/identity`, {
      method: "POST",
      headers: { cookie, origin },
      body: new URLSearchParams({ step: "create", name: "Ada", csrfToken, json: "true" }),
    });
  expect((await agree("https://evil.example")).status).toBe(403);
  const answers = await Promise.all([agree(), agree(), agree()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  expect((await agree()).status).toBe(401);
  expect((await stage.known(email)).accounts).toHaveLength(1);
});

test("nobody becomes somebody else by it while they are signed in", async () => {
  const [ada, eve] = [stage.person(), stage.person()];
  await stage.signedUp(eve.sub);
  const visitor = await stage.signedUp(ada.sub);
  expect((await visitor.come(eve.sub, "/account/security")).pathname).toBe("/connect");
  expect(await visitor.whoAmI()).toMatchObject({ email: ada.email });
  expect(await visitor.read("/connect")).toContain("is connected to another account");
  expect(await visitor.agree({ step: "create", name: "Ada" })).toMatchObject({ error: "IdentityChanged" });
  expect((await stage.known(eve.email)).identities).toEqual((await stage.known(eve.email)).accounts);
});

test("afterwards nobody is led to another site, whatever was asked for or stands in the cookie", async () => {
  const { sub } = stage.person();
  await stage.signedUp(sub);
  for (const wanted of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
    expect((await stage.visitor().come(sub, wanted)).origin).toBe(stage.web.url);
  const visitor = stage.visitor();
  const back = await visitor.choose(await visitor.leave(), sub);
  const evil = encodeURIComponent("https://evil.example/");
  const cookie = visitor.here.cookie.replace(/(callback-url)=[^;]+/, `$1=${evil}`);
  expect(cookie).toContain("evil");
  expect((await visitor.comeBack(back, { cookie })).origin).toBe(stage.web.url);
});

test("turning back at the provider leads to sign-in, which says so", async () => {
  const { sub, email } = stage.person();
  const visitor = stage.visitor();
  const end = await visitor.comeBack(await visitor.choose(await visitor.leave(), ""));
  expect(ending(end)).toBe("/signin Callback");
  expect(await visitor.read("/signin?error=Callback")).toContain("You did not sign in there");
  expect(sub && (await stage.known(email))).toEqual(NOTHING);
});

test.each([
  ["gives a token", /\/token/],
  ["says who came", /\/me$/],
])("a provider that falls silent before it %s leads to sign-in in seconds", async (_, paths) => {
  const visitor = stage.visitor();
  const back = await visitor.choose(await visitor.leave(), stage.person().sub);
  stage.provider.silence(paths);
  const end = await visitor.comeBack(back);
  expect(ending(end)).toBe("/signin OAuthCallback");
});

test("a provider that is away is named as the reason", async () => {
  stage.provider.silence(/well-known/);
  const visitor = stage.visitor();
  const url = new URL(await visitor.leave());
  expect(url.searchParams.get("error")).toBe("OAuthSignin");
  expect(await visitor.read("/signin?error=OAuthSignin")).toContain("does not answer");
});

test("the log says why it did not work, and holds no token and no secret", () => {
  const log = stage.web.output();
  for (const reason of ["state mismatch", "nonce mismatch", "aud mismatch", "access_denied", "timed out"])
    expect(log).toContain(reason);
  expect(log).not.toMatch(/eyJ[\w-]{10}/);
  expect(log).not.toContain(stage.provider.env.OIDC_CLIENT_SECRET);
});
