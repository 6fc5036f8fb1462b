import { beforeAll, expect, test } from "vitest";
import { Browser } from "../testing/browser";
import { startWebProcess } from "../testing/web-process";
import { createTenant, createWorld, type Tenant, type World } from "../testing/world";

const HTTPS = "https://heddle.example.org";

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await createWorld();
  tenant = await createTenant(world);
});

/** Signs in as a page under this address does, and returns all cookies on the way. */
async function signIn(url: string, origin: string) {
  const browser = new Browser(url);
  const csrf = await browser.fetch("/api/auth/csrf");
  const { csrfToken } = await csrf.json();
  const { email, password } = tenant.owner;
  const answer = await browser.fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
  });
  expect(answer.status).toBe(200);
  const page = await browser.fetch(`/${tenant.ref.org}/${tenant.ref.project}/runs`);
  const lines = [csrf, answer, page].flatMap(({ headers }) => headers.getSetCookie());
  return { page, lines, names: new Set(lines.map((line) => line.split("=")[0] ?? "")) };
}

test("with https, cookies go over it only, and to this host only", async () => {
  const { url } = await startWebProcess(world, { PUBLIC_URL: HTTPS });
  const { page, lines, names } = await signIn(url, HTTPS);
  expect(page.status).toBe(200);
  expect(names).toEqual(
    new Set([
      "__Host-next-auth.csrf-token",
      "__Secure-next-auth.callback-url",
      "__Secure-next-auth.session-token",
    ]),
  );
  for (const line of lines) {
    expect(line).toMatch(/; Secure/i);
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Lax/i);
    expect(line).not.toMatch(/; Domain=/i);
  }
});

test("without https, cookies work all the same, and scripts cannot read them", async () => {
  const { url } = await startWebProcess(world);
  const { page, lines, names } = await signIn(url, url);
  expect(page.status).toBe(200);
  expect(names).toEqual(
    new Set(["next-auth.csrf-token", "next-auth.callback-url", "next-auth.session-token"]),
  );
  for (const line of lines) {
    expect(line).not.toMatch(/; Secure/i);
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Lax/i);
    expect(line).not.toMatch(/; Domain=/i);
  }
});
