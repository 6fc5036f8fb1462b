import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchGithubFacts, githubFacts } from "./identity-github";
import { openIdFacts } from "./identity-openid";
import { identityProviders, offeredProviders } from "./identity-providers";

/** As api.github.com answers to /user, less what does not matter here. */
const user = {
  login: "octocat",
  id: 583_231,
  node_id: "MDQ6VXNlcjU4MzIzMQ==",
  type: "User",
  name: "monalisa octocat",
  email: "shown@example.org",
};
/** As it answers to /user/emails. */
const emails = [
  { email: "other@example.org", primary: false, verified: true, visibility: null },
  { email: "Octocat@GitHub.com", primary: true, verified: true, visibility: "public" },
];
const [other, primary] = emails;

test("GitHub's primary address counts, not the one that the profile shows, and the number, not the login", () => {
  expect(githubFacts(user, emails)).toEqual({
    provider: "github",
    subject: "583231",
    name: "monalisa octocat",
    email: "octocat@github.com",
    emailVerified: true,
  });
});

test.each([
  ["is not verified", [other, { ...primary, verified: false }], "octocat@github.com"],
  ["is missing", [other], null],
  ["is none of any", [], null],
])("when the primary address %s, none is verified", (_, list, email) => {
  expect(githubFacts(user, list)).toMatchObject({ email, emailVerified: false });
});

test.each([
  ["an error", { message: "Bad credentials" }, emails],
  ["a person without a number", { ...user, id: undefined }, emails],
  ["a person whose number is 0", { ...user, id: 0 }, emails],
  ["addresses that are none", user, { message: "Not Found" }],
])("%s from GitHub is no identity", (_, who, list) => {
  expect(() => githubFacts(who, list)).toThrow();
});

test("who has no name at GitHub goes by the login", () => {
  expect(githubFacts({ ...user, name: null }, emails).name).toBe("octocat");
});

const asked: (string | undefined)[] = [];
let status = 200;
const server = createServer((req, res) => {
  asked.push(`${req.url} ${req.headers.authorization}`);
  res.writeHead(status, { "content-type": "application/json", location: "https://evil.example/" });
  res.end(JSON.stringify(req.url === "/user" ? user : emails));
});
let api = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test("GitHub is asked for the person and all their addresses with the token, which goes nowhere else", async () => {
  expect(await fetchGithubFacts("gho_1", api)).toMatchObject({ subject: "583231", emailVerified: true });
  expect(asked.sort()).toEqual(["/user Bearer gho_1", "/user/emails?per_page=100 Bearer gho_1"]);
  for (status of [302, 401, 403, 404, 500]) await expect(fetchGithubFacts("gho_1", api)).rejects.toThrow();
});

const claims = { iss: "https://login.example.org", sub: "7", name: "Ada" };
const told = { sub: "7", email: "Ada@Example.org", email_verified: true };

test("a subject of a single sign-on belongs to its issuer; Google is always the same", () => {
  expect(openIdFacts("oidc", claims, told).subject).toBe("https://login.example.org 7");
  expect(openIdFacts("google", claims, told).subject).toBe("7");
});

test.each([true, "true", false, "false", 1, "yes", null, undefined])("verified: %j", (said) => {
  const facts = openIdFacts("oidc", claims, { ...told, email_verified: said });
  expect(facts.emailVerified).toBe(said === true || said === "true");
});

test("what is configured is offered, with PKCE and state, and a nonce where there is an ID token", () => {
  const app = { clientId: "id", clientSecret: "secret" };
  const all = {
    github: app,
    google: app,
    oidc: { ...app, issuer: "https://login.example.org/", name: "Acme" },
  };
  const settings = { signUp: "open", mail: null, providers: all } as const;
  expect(offeredProviders(settings).map(({ name }) => name)).toEqual(["GitHub", "Google", "Acme"]);
  expect(offeredProviders({ ...settings, providers: {} })).toEqual([]);
  const [github, google, oidc] = identityProviders(settings);
  expect(github?.checks).toEqual(["pkce", "state"]);
  for (const one of [google, oidc]) expect(one?.checks).toEqual(["pkce", "state", "nonce"]);
  expect(oidc?.wellKnown).toBe("https://login.example.org/.well-known/openid-configuration");
  expect(google?.wellKnown).toBe("https://accounts.google.com/.well-known/openid-configuration");
});
