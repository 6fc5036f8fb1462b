import { expect, test } from "vitest";
import { safeCallbackUrl } from "./callback-url";
import { clientAddress, visitorOf } from "./client-address";
import { pagePath } from "./path-header";
import { isSameOrigin } from "./same-origin";

const HOME = "https://heddle.example.org";

test.each([
  [{ origin: HOME }, true],
  [{ origin: "https://evil.example" }, false],
  [{ origin: "null" }, false],
  [{ origin: "https://heddle.example.org.evil.example" }, false],
  [{ origin: "http://heddle.example.org", host: "heddle.example.org" }, false],
  [{ origin: "https://127.0.0.1:8241", host: "127.0.0.1:8241" }, false],
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ "sec-fetch-site": "same-site" }, false],
  [{ "sec-fetch-site": "none" }, false],
  [{ "sec-fetch-site": "cross-site" }, false],
  [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, false],
  [{}, false],
])("a request with %j comes from our own pages: %j", (headers, own) => {
  expect(isSameOrigin(headers, HOME)).toBe(own);
});

test.each([
  [{ origin: "http://localhost:8241", host: "localhost:8241" }, true],
  [{ origin: "http://127.0.0.1:8241", host: "127.0.0.1:8241" }, true],
  [{ origin: "http://nas.local:8241", host: "nas.local:8241" }, true],
  [{ origin: "http://localhost:8241", host: "127.0.0.1:8241" }, true],
  [{ origin: "http://127.0.0.1:8241", host: "localhost:8241" }, false],
  [{ origin: "http://127.0.0.1:9999", host: "127.0.0.1:8241" }, false],
  [{ origin: "null", host: "127.0.0.1:8241" }, false],
])("an instance without TLS is also used by its address: %j: %j", (headers, own) => {
  expect(isSameOrigin(headers, "http://localhost:8241")).toBe(own);
});

test.each([
  ["203.0.113.5", "203.0.113.5"],
  ["203.0.113.5, 198.51.100.7", "198.51.100.7"],
  ["203.0.113.5,198.51.100.7 ", "198.51.100.7"],
  ["203.0.113.5:4711", "203.0.113.5"],
  ["::ffff:203.0.113.5", "203.0.113.5"],
  ["2001:db8::5", "2001:db8::5"],
  ["[2001:db8::5]:4711", "2001:db8::5"],
  ["203.0.113.5, unknown", "192.0.2.1"],
  ["203.0.113.5,", "192.0.2.1"],
  ["", "192.0.2.1"],
  [undefined, "192.0.2.1"],
])("behind one proxy, X-Forwarded-For %j means %s", (forwarded, address) => {
  expect(clientAddress("192.0.2.1", forwarded, 1)).toBe(address);
});

test("an IPv4 address of a socket of both kinds is written as one", () => {
  expect(clientAddress("::ffff:192.0.2.1", undefined, 0)).toBe("192.0.2.1");
});

test("only as many entries are believed as there are proxies", () => {
  const spoofed = "1.1.1.1, 203.0.113.5, 198.51.100.7";
  const seen = [0, 1, 2, 3, 4].map((proxies) => clientAddress("192.0.2.1", spoofed, proxies));
  expect(seen).toEqual(["192.0.2.1", "198.51.100.7", "203.0.113.5", "1.1.1.1", "192.0.2.1"]);
});

test.each([
  ["/home/main/runs?tab=graph", `${HOME}/home/main/runs?tab=graph`],
  [`${HOME}/a`, `${HOME}/a`],
  ["https://evil.example/a", HOME],
  ["//evil.example/a", HOME],
  ["/\\evil.example", HOME],
  ["javascript:alert(1)", HOME],
  ["http://", HOME],
  ["", `${HOME}/`],
])("after signing in, %j leads to %j", (asked, url) => {
  expect(safeCallbackUrl(asked, HOME)).toBe(url);
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("the address %s counts as the visitor %s", (address, visitor) => {
  expect(visitorOf(address)).toBe(visitor);
});

test.each([
  ["/a/b?tab=graph&node=x%20y", "/a/b?tab=graph&node=x+y"],
  ["/a/b?_rsc=1a2b", "/a/b"],
  ["/a/b?tab=x&_rsc=1a2b", "/a/b?tab=x"],
  ["//evil.example/a", "/a"],
  ["//", "/"],
  ["http://[", "/"],
])("the page behind %s is %s", (url, path) => {
  expect(pagePath(url)).toBe(path);
});
