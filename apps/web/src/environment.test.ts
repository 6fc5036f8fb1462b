import { randomBytes } from "node:crypto";
import { readEnvironment } from "@heddle/core";
import { expect, test } from "vitest";
import { accountSettings } from "./account-settings";
import { webEnvironment } from "./environment";

const GOOD = {
  DATABASE_URL: "postgresql://heddle@localhost:5432/heddle",
  HEDDLE_SECRET: randomBytes(32).toString("base64"),
};

function problems(given: Record<string, string>): string[] {
  const read = readEnvironment(webEnvironment, { ...GOOD, ...given });
  return "problems" in read ? read.problems : [];
}

function settings(given: Record<string, string>) {
  const read = readEnvironment(webEnvironment, { ...GOOD, ...given });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  return accountSettings(read.env);
}

test("database and secret suffice, and what is set to nothing counts as not set", () => {
  const invitation = { signUp: "invitation", mail: null, providers: {} };
  expect(settings({})).toEqual(invitation);
  expect(settings({ SIGN_UP: "", SMTP_URL: "", GITHUB_CLIENT_ID: "", PUBLIC_URL: "", PORT: "" })).toEqual(
    invitation,
  );
});

test.each([
  [{ DATABASE_URL: "" }, "DATABASE_URL is missing: it must be an address such as postgresql://"],
  [{ DATABASE_URL: "mysql://localhost/heddle" }, "DATABASE_URL must be an address"],
  [{ REDIS_URL: "localhost:6379" }, "REDIS_URL must be an address such as redis://"],
  [{ HEDDLE_SECRET: "" }, "HEDDLE_SECRET is missing: make one with `openssl rand -base64 32`."],
  [
    { HEDDLE_SECRET: "short" },
    "HEDDLE_SECRET is too weak: it has 5 characters, and 32 are the least; make one",
  ],
  [{ PORT: "0" }, "PORT must be a whole number from 1 to 65535."],
  [{ PORT: "http" }, "PORT must be a whole number from 1 to 65535."],
  [{ METRICS_PORT: "8241" }, "METRICS_PORT must be another port than PORT"],
  [{ METRICS_PORT: "9464", PORT: "9464" }, "METRICS_PORT must be another port than PORT"],
  [
    { OUTBOUND_ALLOW_HOSTS: "chat.lan:80, chat.example.lan" },
    'OUTBOUND_ALLOW_HOSTS must be host:port, separated by commas; "chat.example.lan" is not.',
  ],
  [{ PUBLIC_URL: "https://heddle.example.org/path" }, "PUBLIC_URL must end after its host or port"],
  [{ PUBLIC_URL: "https://heddle.example.org/?a" }, "PUBLIC_URL must end after its host or port"],
  [{ PUBLIC_URL: "https://me:word@heddle.example.org" }, "PUBLIC_URL must end after its host or port"],
  [{ PUBLIC_URL: "heddle.example.org" }, "PUBLIC_URL must be an address such as https://"],
  [{ TRUSTED_PROXIES: "-1" }, "TRUSTED_PROXIES must be a whole number of 0 or more."],
  [{ TRUSTED_PROXIES: "yes" }, "TRUSTED_PROXIES must be a whole number of 0 or more."],
  [{ API_REQUESTS_PER_MINUTE: "0" }, "API_REQUESTS_PER_MINUTE must be a whole number of 1 or more."],
  [{ SIGN_UP: "maybe" }, "SIGN_UP must be open, invitation or closed."],
  [{ SMTP_URL: "smtp://mail.example.org" }, "MAIL_FROM is missing: SMTP_URL is set"],
  [
    { SMTP_URL: "mail.example.org", MAIL_FROM: "a@example.org" },
    "SMTP_URL must be an address such as smtp://",
  ],
  [{ MAIL_FROM: "Heddle <heddle@example.org>\r\nBcc: x@example.org" }, "MAIL_FROM must be an address"],
  [{ GITHUB_CLIENT_ID: "id" }, "GITHUB_CLIENT_SECRET is missing: GITHUB_CLIENT_ID is set"],
  [{ GITHUB_CLIENT_SECRET: "word" }, "GITHUB_CLIENT_ID is missing"],
  [{ GOOGLE_CLIENT_ID: "id" }, "GOOGLE_CLIENT_SECRET is missing"],
  [{ OIDC_CLIENT_ID: "id", OIDC_CLIENT_SECRET: "word" }, "OIDC_ISSUER is missing: OIDC_CLIENT_SECRET is set"],
  [{ OIDC_ISSUER: "https://login.example.org", OIDC_CLIENT_SECRET: "word" }, "OIDC_CLIENT_ID is missing"],
])("%j is refused in one sentence: %s", (given, sentence) => {
  expect(problems(given)).toEqual([expect.stringContaining(sentence)]);
});

test("no sentence repeats what must stay unknown", () => {
  const given = {
    HEDDLE_SECRET: "hunter22-hunter22",
    DATABASE_URL: "mysql://heddle:hunter22@db",
    SMTP_URL: "http://heddle:hunter22@mail",
    REDIS_URL: "hunter22@redis",
    GITHUB_CLIENT_SECRET: "hunter22",
  };
  const said = problems(given);
  expect(said).toHaveLength(Object.keys(given).length + 1);
  expect(said.join("\n")).not.toContain("hunter22");
});

test("everything that is wrong is said at once, one sentence for each variable", () => {
  const said = problems({ PORT: "x", HEDDLE_SECRET: "a", GITHUB_CLIENT_ID: "id", SMTP_URL: "smtp://mail" });
  expect(said.map((line) => line.split(" ")[0])).toEqual([
    "HEDDLE_SECRET",
    "PORT",
    "MAIL_FROM",
    "GITHUB_CLIENT_SECRET",
  ]);
});

test.each([
  "https://heddle.example.org",
  "https://heddle.example.org/",
  "https://HEDDLE.example.org:8443",
  "http://127.0.0.1:8241",
  "http://[::1]:8241",
])("%s is an address that people may use", (PUBLIC_URL) => expect(problems({ PUBLIC_URL })).toEqual([]));

test("mail and providers become settings when they are complete", () => {
  const given = {
    SIGN_UP: "open",
    SMTP_URL: "smtps://user:word@mail.example.org:465",
    MAIL_FROM: "Heddle <heddle@example.org>",
    GITHUB_CLIENT_ID: "a",
    GITHUB_CLIENT_SECRET: "b",
    OIDC_ISSUER: "https://login.example.org/realms/main",
    OIDC_CLIENT_ID: "c",
    OIDC_CLIENT_SECRET: "d",
  };
  expect(settings(given)).toEqual({
    signUp: "open",
    mail: { url: given.SMTP_URL, from: given.MAIL_FROM },
    providers: {
      github: { clientId: "a", clientSecret: "b" },
      oidc: { clientId: "c", clientSecret: "d", issuer: given.OIDC_ISSUER, name: "Single sign-on" },
    },
  });
});
