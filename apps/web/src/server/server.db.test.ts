import { decode } from "next-auth/jwt";
import { beforeAll, expect, test } from "vitest";
import { Browser } from "../testing/browser";
import { startWebProcess, type WebProcess } from "../testing/web-process";
import { createMember, createTenant, createWorld, type Tenant, type World } from "../testing/world";

let world: World;
let tenant: Tenant;
let web: WebProcess;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
  web = await startWebProcess(world);
});

async function signedIn(who: { email: string; password: string } = tenant.owner): Promise<Browser> {
  const browser = new Browser(web.url);
  const { error } = await browser.signIn(who);
  expect(error).toBeNull();
  return browser;
}

const query = (input: object) => `input=${encodeURIComponent(JSON.stringify(input))}`;
const mutate = (browser: Browser, path: string, input: object, headers: Record<string, string>) =>
  browser.fetch(`/api/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(input),
  });

test("a page leads a visitor to sign-in and back to the very same page", async () => {
  const path = `/${tenant.ref.org}/${tenant.ref.project}/runs?status=failed&pipeline=a%20b`;
  const answer = await new Browser(web.url).fetch(path);
  expect(answer.status).toBe(307);
  const location = new URL(answer.headers.get("location") ?? "", web.url);
  expect(location.pathname).toBe("/signin");
  const back = new URL(location.searchParams.get("callbackUrl") ?? "", web.url);
  expect(back.pathname).toBe(`/${tenant.ref.org}/${tenant.ref.project}/runs`);
  expect(Object.fromEntries(back.searchParams)).toEqual({ status: "failed", pipeline: "a b" });
});

test("signing in opens the page; the cookie is for this browser only", async () => {
  const browser = new Browser(web.url);
  const { answer, url } = await browser.signIn({ ...tenant.owner, callbackUrl: "https://evil.example/" });
  expect(answer.status).toBe(200);
  expect(new URL(url).origin).toBe(web.url);
  const cookie = answer.headers.getSetCookie().find((line) => line.includes("session-token"));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).not.toContain(tenant.owner.email);
  const page = await browser.fetch(`/${tenant.ref.org}/${tenant.ref.project}/runs`);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(page.headers.get("x-powered-by")).toBeNull();
  // What nobody reads would keep the server from stopping below.
  expect(await page.text()).toContain("</html>");
});

test("a wrong password and an unknown person get the same refusal", async () => {
  const { email } = tenant.owner;
  const wrong = await new Browser(web.url).signIn({ email, password: "not the password" });
  const unknown = await new Browser(web.url).signIn({
    email: "nobody@example.org",
    password: "whatever it is",
  });
  expect([wrong.error, unknown.error]).toEqual(["CredentialsSignin", "CredentialsSignin"]);
  expect([wrong.answer.status, unknown.answer.status]).toEqual([401, 401]);
});

test("too many failures stop further attempts, even with the right password", async () => {
  const member = await createMember(world, tenant, "viewer");
  const attempt = async (password: string) =>
    (await new Browser(web.url).signIn({ email: member.email.toUpperCase(), password })).error;
  for (let i = 0; i < 10; i++) expect(await attempt(`wrong ${i}`)).toBe("CredentialsSignin");
  expect(await attempt(member.password)).toBe("TooManyAttempts");
});

test("a mutation needs a page of ours behind it, whatever the cookies say", async () => {
  const browser = await signedIn();
  const input = { ...tenant.ref, name: "From a test", scopes: ["read"] };
  expect((await mutate(browser, "keys.create", input, {})).status).toBe(403);
  const evil = { origin: "https://evil.example" };
  expect((await mutate(browser, "keys.create", input, evil)).status).toBe(403);
  const made = await mutate(browser, "keys.create", input, { origin: web.url });
  expect(made.status).toBe(200);
  const { key } = (await made.json()).result.data;
  const runs = await fetch(`${web.url}/api/v1/runs`, { headers: { authorization: `Bearer ${key}` } });
  expect(await runs.json()).toEqual({ runs: [], nextCursor: null, searchedTo: null });
});

test("signing out ends it in this browser, and everywhere when asked to", async () => {
  const member = await createMember(world, tenant, "viewer");
  const browser = await signedIn(member);
  const other = browser.copy();
  const path = `/api/trpc/projects.list?${query({})}`;
  await browser.signOut();
  expect((await browser.fetch(path)).status).toBe(401);
  expect((await other.fetch(path)).status).toBe(200);
  const third = other.copy();
  expect((await mutate(other, "account.endSessions", {}, { origin: web.url })).status).toBe(200);
  expect((await other.fetch(path)).status).toBe(401);
  expect((await third.fetch(path)).status).toBe(401);
  expect((await third.fetch(`/${tenant.ref.org}/${tenant.ref.project}/runs`)).status).toBe(307);
});

test("a new password ends every session that began under the old one", async () => {
  const member = await createMember(world, tenant, "viewer");
  const [browser, elsewhere] = [await signedIn(member), await signedIn(member)];
  const path = `/api/trpc/projects.list?${query({})}`;
  const password = "turnips in copper pans";
  const input = { current: member.password, password };
  expect((await mutate(browser, "account.changePassword", input, { origin: web.url })).status).toBe(200);
  for (const one of [browser, elsewhere]) expect((await one.fetch(path)).status).toBe(401);
  expect((await new Browser(web.url).signIn(member)).error).toBe("CredentialsSignin");
  const again = await signedIn({ email: member.email, password });
  expect((await again.fetch(path)).status).toBe(200);
});

test("the cookie says who, under which number of sessions, and nothing else", async () => {
  const browser = await signedIn();
  const token = /session-token=([^;]+)/.exec(browser.cookie)?.[1] ?? "";
  const secret = world.services.keys.session.toString("base64url");
  expect(await decode({ token, secret })).toEqual({
    userId: tenant.owner.userId,
    sessionVersion: 0,
    iat: expect.any(Number),
    exp: expect.any(Number),
    jti: expect.any(String),
  });
});

test("the address of the connection counts, not what a header claims", async () => {
  const answer = await new Browser(web.url).fetch("/", { headers: { "x-heddle-path": "//evil.example" } });
  expect(new URL(answer.headers.get("location") ?? "", web.url).origin).toBe(web.url);
  expect(answer.headers.get("location")).not.toContain("evil");
});

test("an endless body is answered with 413 over a real connection", async () => {
  const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) });
  const headers = { authorization: `Bearer ${tenant.keys.ingest}`, "content-type": "application/json" };
  const init = { method: "POST", headers, body, duplex: "half" };
  const answer = await fetch(`${web.url}/api/v1/telemetry`, init);
  expect(answer.status).toBe(413);
});

test("the SDK comes as a package, whatever the query says", async () => {
  const answer = await fetch(`${web.url}/sdk.tgz?file=../../package.json`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/gzip");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  expect(bytes.byteLength).toBe(Number(answer.headers.get("content-length")));
});
