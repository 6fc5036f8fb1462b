import { describe, expect, it } from "vitest";
import { isSecretName } from "./is-secret-name";
import { maskSecrets, maskTokens } from "./mask-secrets";

// Put together at run time: a scanner should not find tokens in the repository.
const join = (...parts: string[]) => parts.join("");

describe("isSecretName", () => {
  it.each([
    "PASSWORD",
    "PGPASSWORD",
    "db_password",
    "apiKey",
    "API-KEY",
    "GITHUB_TOKEN",
    "authToken",
    "AWS_SECRET_ACCESS_KEY",
    "client_secret",
    "SENTRY_DSN",
    "session-cookie",
    "ssh_key",
  ])("takes %s for one", (name) => expect(isSecretName(name)).toBe(true));

  it.each([
    "author",
    "max_tokens",
    "monkey",
    "keyboard",
    "path",
    "passenger_count",
    "primary_key",
    "tokenizer",
    "NODE_ENV",
    "spend",
  ])("lets %s pass", (name) => expect(isSecretName(name)).toBe(false));
});

describe("maskSecrets", () => {
  it.each([
    ["Heddle", join("hdl_", "A".repeat(43))],
    ["AWS", join("AKIA", "ABCDEFGHIJKLMNOP")],
    ["GitHub", join("ghp_", "a1".repeat(18))],
    ["GitHub", join("github_pat_", "a1".repeat(30))],
    ["GitLab", join("glpat-", "a1".repeat(10))],
    ["Slack", join("xoxb-", "1234567890-abc")],
    ["Stripe", join("sk_live_", "a1".repeat(12))],
    ["OpenAI", join("sk-", "a1".repeat(20))],
    ["Google", join("AIza", "a1".repeat(18))],
    ["npm", join("npm_", "a1".repeat(18))],
    ["a JWT", join("eyJ", "hbGciOiJIUzI1NiJ9", ".eyJ", "zdWIiOiIxMjM0", ".c2lnbmF0dXJl")],
    ["a private key", join("-----BEGIN RSA ", "PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----")],
  ])("masks tokens of %s", (_, token) => {
    const masked = maskSecrets(`before ${token} after`);
    expect(masked).toMatch(/^before \[masked\]\s* after$/);
    expect(maskTokens(`const x = f("${token}");`)).toContain('const x = f("[masked]');
  });

  it.each([
    ["postgres://user:hunter2@db/x", "postgres://user:[masked]@db/x"],
    [join("https://hooks.slack.com/", "services/T0/B0/abcdef"), "https://hooks.slack.com/services/[masked]"],
    ["Authorization: Bearer abc.def-ghi", "Authorization: [masked] [masked]"],
    ["run --api-key hunter2 --limit 5", "run --api-key [masked] --limit 5"],
    ["run --password=hunter2 --n=5", "run --password=[masked] --n=5"],
    ['{"apiKey":"hunter2","n":5}', '{"apiKey":[masked],"n":5}'],
  ])("masks %s", (text, expected) => expect(maskSecrets(text)).toBe(expected));

  it("leaves ordinary text as it is", () => {
    for (const text of [
      "max_tokens=5 path=/a/b",
      "const total = price * count;",
      "https://example.com/a?b=c",
      "token",
    ]) {
      expect(maskSecrets(text)).toBe(text);
    }
  });

  it("keeps the lines of source code", () => {
    const code = join("a\n-----BEGIN ", "PRIVATE KEY-----\nMIIE\nabc\n-----END PRIVATE KEY-----\nlast");
    expect(maskTokens(code).split("\n")).toHaveLength(6);
    expect(maskTokens("const token = readToken();")).toBe("const token = readToken();");
  });

  it.each(["a.", "a-", "eyJa", "--a ", "a=", "://a:", "-----BEGIN ", "sk-"])(
    "gets through much of %s",
    (part) => {
      expect(maskSecrets(part.repeat(50_000)).length).toBeGreaterThan(0);
    },
  );
});
