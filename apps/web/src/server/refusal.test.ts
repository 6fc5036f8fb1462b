import { expect, test } from "vitest";
import { refusalOf } from "./refusal";

const PUBLIC = "https://heddle.example.org";

function status(headers: Record<string, string>, method = "GET", publicUrl = PUBLIC): number | null {
  return refusalOf({ method, url: "/api/trpc/keys.create", headers }, publicUrl)?.status ?? null;
}

test.each([
  "heddle.example.org",
  "HEDDLE.example.org:8443",
  "127.0.0.1:8241",
  "[::1]:8241",
  "192.168.1.20:8241",
  "localhost:8241",
  "heddle.localhost",
  "nas",
  "nas.local:8241",
  "heddle.lan",
  "box.home.arpa",
  "heddle-web.monitoring.svc.cluster.local:8241",
])("a page is shown under %s", (host) => expect(status({ host })).toBeNull());

test.each([
  "evil.example",
  "evil.example:8241",
  "heddle.example.org.evil.example",
  "evil.example.org",
  "127.0.0.1.nip.example",
  "localhost.evil.example",
  "local.example",
  "heddle.example.org@evil.example",
  "evil.example/heddle.example.org",
  "",
  " ",
])("a page is not shown under %j: its owner may have pointed the name at us", (host) => {
  expect(status({ host })).toBe(421);
  expect(status({ host, origin: `http://${host}` }, "POST")).toBe(421);
});

test("a request without a host is not answered", () => expect(status({})).toBe(421));

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO"])(
  "%s needs a page of ours behind it",
  (method) => {
    const host = "heddle.example.org";
    const own = method === "POST" ? null : 405;
    expect(status({ host, origin: PUBLIC }, method)).toBe(own);
    expect(status({ host, "sec-fetch-site": "same-origin" }, method)).toBe(own);
    expect(status({ host }, method)).toBe(403);
    for (const origin of ["null", "https://evil.example"]) expect(status({ host, origin }, method)).toBe(403);
  },
);

test.each(["GET", "HEAD"])("%s may come from anywhere", (method) => {
  expect(status({ host: "heddle.example.org", origin: "https://evil.example" }, method)).toBeNull();
});

test.each(["/", "/signin", "/acme/main/runs", "/apifoo", "//api/trpc/x"])("%s can only be read", (url) => {
  const headers = { host: "heddle.example.org", origin: PUBLIC };
  expect(refusalOf({ method: "HEAD", url, headers }, PUBLIC)).toBeNull();
  expect(refusalOf({ method: "POST", url, headers }, PUBLIC)).toMatchObject({
    status: 405,
    allow: "GET, HEAD",
  });
});

test.each(["http://evil.example/", "https://heddle.example.org/signin", "*", "evil"])(
  "%s is no path",
  (url) => {
    expect(refusalOf({ url, headers: { host: "heddle.example.org" } }, PUBLIC)?.status).toBe(400);
  },
);

test("the refusal says where to go instead", () => {
  const problem = refusalOf({ method: "GET", headers: { host: "evil.example" } }, PUBLIC)?.problem;
  expect(problem?.fix).toContain(PUBLIC);
  expect(JSON.stringify(problem)).not.toContain("evil");
});

test("a body says how long it is, and is not longer than a form needs", () => {
  const own = { host: "heddle.example.org", origin: PUBLIC };
  const post = (headers: Record<string, string>) => status({ ...own, ...headers }, "POST");
  expect(post({ "content-length": "1048576" })).toBeNull();
  expect(post({ "content-length": "1048577" })).toBe(413);
  expect(post({ "transfer-encoding": "chunked" })).toBe(411);
  // Whoever comes from elsewhere is told that first.
  expect(status({ host: "heddle.example.org", "content-length": "9999999" }, "POST")).toBe(403);
});
