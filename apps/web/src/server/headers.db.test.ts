import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { Browser } from "../testing/browser";
import { startWebProcess, type WebProcess } from "../testing/web-process";
import { createTenant, createWorld, type Tenant } from "../testing/world";

const HTTPS = "https://heddle.example.org";

let databaseUrl: string;
let tenant: Tenant;
let web: WebProcess;
let secure: WebProcess;
beforeAll(async () => {
  const world = await createWorld();
  databaseUrl = world.databaseUrl;
  tenant = await createTenant(world);
  web = await startWebProcess(world);
  secure = await startWebProcess(world, { PUBLIC_URL: HTTPS });
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${web.url}${path}`, { redirect: "manual", ...init });
const page = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await ask(path, { headers });
  return { answer, html: await answer.text(), policy: answer.headers.get("content-security-policy") ?? "" };
};
const scriptSources = (policy: string) => /script-src ([^;]*)/.exec(policy)?.[1]?.split(" ") ?? [];

const ANSWERS: [string, string, number, RequestInit?][] = [
  ["a page", "/signin", 200],
  ["a page without its body", "/signin", 200, { method: "HEAD" }],
  ["a redirect", "/", 307],
  ["a page that is not there", "/no/such/page/at/all", 404],
  ["an address that cannot be read", "/%", 404],
  ["a picture", "/icon.svg", 200],
  ["a missing file", "/_next/static/none.js", 404],
  ["next-auth", "/api/auth/csrf", 200],
  ["tRPC", "/api/trpc/projects.list", 401],
  ["a mutation from elsewhere", "/api/trpc/keys.create", 403, { method: "POST" }],
  ["the HTTP API", "/api/health", 503],
  ["the HTTP API without a key", "/api/v1/runs", 401],
  ["an address the HTTP API has not", "/api/v1/none", 404],
  ["a package", "/sdk.tgz", 200],
];

test.each(ANSWERS)("%s comes with the headers of every answer", async (_name, path, status, init) => {
  const answer = await ask(path, init);
  expect(answer.status).toBe(status);
  const { headers } = answer;
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  const policy = headers.get("content-security-policy") ?? "";
  for (const part of ["base-uri 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(part);
  expect(policy).not.toContain("unsafe-eval");
  expect(scriptSources(policy)).not.toContain("'unsafe-inline'");
  expect(headers.get("strict-transport-security")).toBeNull();
  expect(headers.get("x-powered-by")).toBeNull();
});

test.each(ANSWERS)(
  "%s says to stay with https, where people come by https",
  async (_name, path, status, init) => {
    const answer = await fetch(`${secure.url}${path}`, { redirect: "manual", ...init });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
  },
);

test.each(["/signin", "/no/such/page/at/all"])(
  "every script of %s has the nonce of its answer",
  async (path) => {
    const { html, policy } = await page(path);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(Buffer.from(nonce ?? "", "base64")).toHaveLength(16);
    expect(scriptSources(policy)).toEqual(["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"]);
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  },
);

test("no two answers have the same nonce, and nobody outside chooses one", async () => {
  const chosen = "Y2hvc2VuIGJ5IGV2aWw=";
  const headers = {
    "content-security-policy": `script-src 'nonce-${chosen}'`,
    "content-security-policy-report-only": `script-src 'nonce-${chosen}'`,
    "x-heddle-nonce": chosen,
    "x-nonce": chosen,
  };
  const answers = [await page("/signin", headers), await page("/signin", headers), await page("/signin")];
  expect(new Set(answers.map(({ policy }) => policy)).size).toBe(answers.length);
  for (const { html, policy } of answers) expect(html + policy).not.toContain(chosen);
});

test("an answer of the HTTP API may do nothing when it is opened as a page", async () => {
  const answer = await ask("/api/v1/runs", { headers: { authorization: `Bearer ${tenant.keys.read}` } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("scripts and styles come with the headers, too", async () => {
  const { html } = await page("/signin");
  const files = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map((match) => match[1] ?? "");
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const { status, headers } = await ask(file);
    expect([file, status]).toEqual([file, 200]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  }
});

test("what goes wrong on our side comes with the headers, too, and says nothing more", async () => {
  const browser = new Browser(web.url);
  expect((await browser.signIn(tenant.owner)).error).toBeNull();
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query('ALTER TABLE "user" RENAME TO gone');
  try {
    for (const path of ["/", `/${tenant.ref.org}/${tenant.ref.project}/runs`, "/api/trpc/projects.list"]) {
      const answer = await browser.fetch(path);
      const html = await answer.text();
      expect([path, answer.status]).toEqual([path, 500]);
      expect(answer.headers.get("x-frame-options")).toBe("DENY");
      expect(answer.headers.get("referrer-policy")).toBe("same-origin");
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
      for (const script of html.match(/<script\b[^>]*>/g) ?? []) expect(script).toContain(`nonce="${nonce}"`);
      expect(html).not.toMatch(/42P01|relation|gone/);
    }
  } finally {
    await owner.query('ALTER TABLE gone RENAME TO "user"');
    await owner.end();
  }
});
