import { expect, test } from "vitest";
import { identityFacts } from "./facts";

const told = { provider: "oidc", subject: "1", emailVerified: true, names: [] } as const;
const facts = (more: object) => identityFacts({ ...told, names: [], email: "ada@example.org", ...more });

test("an address is kept as accounts keep it", () => {
  expect(facts({ email: "Ada@Example.ORG" })).toMatchObject({
    email: "ada@example.org",
    emailVerified: true,
  });
});

test.each([
  ["the Kelvin sign, which lower case makes a k", "\u212Aate@example.org"],
  ["a capital dotted I", "ad\u0130@example.org"],
  ["a Cyrillic a", "\u0430da@example.org"],
  ["full width letters", "\uFF41da@example.org"],
  ["a name around it", "Ada <ada@example.org>"],
  ["two addresses", "ada@example.org,eve@example.org"],
  ["a NUL", "ada\0@example.org"],
  ["nothing", undefined],
  ["null", null],
  ["a number", 7],
  ["a list", ["ada@example.org"]],
  ["an endless one", `${"a".repeat(400)}@example.org`],
])("an address with %s is none, and so is not verified", (_, email) => {
  expect(facts({ email })).toMatchObject({ email: null, emailVerified: false });
});

test("an address that the provider has not verified stays unverified", () => {
  expect(facts({ emailVerified: false })).toMatchObject({ email: "ada@example.org", emailVerified: false });
});

test.each([
  [["Ada Lovelace", "ada"], "Ada Lovelace"],
  [["", "  ", null, "ada"], "ada"],
  [[], "ada"],
  [["Ada\u202E\u0000\nLovelace"], "Ada Lovelace"],
  [["x".repeat(500)], "x".repeat(200)],
  [[`${"x".repeat(199)}\u{1F9F5}`], "x".repeat(199)],
  [["\uD83E Ada"], "Ada"],
])("of the names %j the person is called %s", (names, name) => {
  expect(facts({ names }).name).toBe(name);
});
