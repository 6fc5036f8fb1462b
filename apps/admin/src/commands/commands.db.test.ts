import { spawn } from "node:child_process";
import { once } from "node:events";
import { authenticateApiKey, deriveKey, signInWithPassword } from "@heddle/core";
import { TEST_SECRET } from "@heddle/core/testing";
import { withSystem, withSystemClient } from "@heddle/db";
import { createTestDatabase, createTestProject } from "@heddle/db/testing";
import { expect, test } from "vitest";
import { heddleAdmin, heddleAdminProcess, PROGRAM } from "../testing/heddle-admin";

const db = await createTestDatabase();
const ctx = { db, now: () => new Date() };
const withoutSecret = { DATABASE_URL: db.url };
const env = { ...withoutSecret, HEDDLE_SECRET: TEST_SECRET, PUBLIC_URL: "https://heddle.example" };
const admin = (...args: string[]) => heddleAdmin(args, env);
const signIn = (email: string, password: string) =>
  signInWithPassword({ ctx, input: { email, password }, later: () => {} });

test("from nothing to a key that the API takes, as an operator does it", async () => {
  const person = await admin("user", "create", "ada@example.org", "--generate-password", "--json");
  expect(person).toMatchObject({ code: 0, err: "" });
  const { password } = JSON.parse(person.out);
  expect(await signIn("ada@example.org", password)).toMatchObject({ email: "ada@example.org" });
  const made = await admin("organization", "create", "Growth Team", "--owner", "ada@example.org", "--json");
  expect(JSON.parse(made.out)).toEqual({
    slug: "growth-team",
    name: "Growth Team",
    owner: "ada@example.org",
  });
  const project = await admin("project", "create", "growth-team", "Main", "--json");
  expect(JSON.parse(project.out)).toMatchObject({ org: "growth-team", project: "main" });
  const key = await admin(
    "key",
    "create",
    "growth-team/main",
    "--name",
    "nightly",
    "--days",
    "never",
    "--json",
  );
  const authenticate = () =>
    authenticateApiKey({
      ctx,
      input: { key: JSON.parse(key.out).key },
      hashingKey: deriveKey(TEST_SECRET, "api-key"),
    });
  expect(await authenticate()).toMatchObject({
    project: "main",
    scopes: ["ingest", "read"],
    expiresAt: null,
  });
  const listed = await admin("key", "list", "growth-team", "--json");
  expect(JSON.parse(listed.out)).toMatchObject([{ place: "growth-team/main", name: "nightly" }]);
  expect(listed.out).not.toContain(JSON.parse(key.out).key);
  expect(await admin("key", "revoke", JSON.parse(key.out).prefix)).toMatchObject({ code: 0 });
  expect(await authenticate()).toBeNull();
});

test("somebody becomes an operator, and is none again", async () => {
  await admin("user", "create", "eve@example.org", "--generate-password");
  const set = (state: string) => admin("user", "operator", "EVE@example.org", state);
  const listed = async () => {
    const { out } = await admin("user", "list", "--json");
    const people: { email: string; operator: boolean }[] = JSON.parse(out);
    return people.find(({ email }) => email === "eve@example.org")?.operator;
  };
  expect(await listed()).toBe(false);
  expect(await set("on")).toMatchObject({ code: 0, out: "eve@example.org is an operator now.\n" });
  expect(await listed()).toBe(true);
  expect(await set("on")).toMatchObject({ code: 0, out: "eve@example.org was an operator before.\n" });
  expect(await set("off")).toMatchObject({ code: 0, out: "eve@example.org is no operator now.\n" });
  expect(await listed()).toBe(false);
  expect(await set("perhaps")).toMatchObject({ code: 2 });
  expect(await admin("user", "operator", "nobody@example.org", "on")).toMatchObject({ code: 1 });
});

test("a password comes in by standard input, and none by argument", async () => {
  const create = ["user", "create", "bob@example.org", "--password-stdin"];
  const made = await heddleAdminProcess(create, withoutSecret, "turnips in copper\n");
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(await signIn("bob@example.org", "turnips in copper")).not.toBeNull();
  const reset = ["user", "reset-password", "bob@example.org"];
  expect(await heddleAdmin([...reset, "--password-prompt"], env)).toMatchObject({ code: 1, out: "" });
  expect(await heddleAdmin([...reset, "--password", "turnips"], env)).toMatchObject({ code: 2, out: "" });
  const link = await heddleAdmin(reset, env);
  expect(link.out).toContain("  https://heddle.example/reset/");
});

test("only what makes keys and links asks for the secret, and says whose it must be", async () => {
  expect(await heddleAdmin(["user", "list"], withoutSecret)).toMatchObject({ code: 0 });
  for (const args of [
    ["user", "reset-password", "bob@example.org"],
    ["key", "create", "growth-team", "--name", "k"],
  ]) {
    const refused = await heddleAdmin(args, withoutSecret);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toMatch(/^HEDDLE_SECRET is missing: .+\n$/);
  }
});

test.each([
  [["bogus"], 2, "unknown command"],
  [["quarantine", "retry"], 2, "give the ids"],
  [["quarantine", "delete", "1", "--all"], 2, "not both"],
  [["key", "create", "a/b/c", "--name", "k"], 2, "organisation/project"],
  [["project", "create", "growth-taem", "x"], 1, "Did you mean growth-team?"],
  [["quarantine", "show", "12"], 1, "no batch 12"],
  [["quarantine", "delete", "12"], 1, "--yes"],
])("%j is refused with exit code %i", async (args, code, words) => {
  const refused = await admin(...args);
  expect(refused).toMatchObject({ code, out: "" });
  expect(refused.err).toContain(words);
  expect(refused.err).not.toContain("    at ");
});

test("the process ends with the code, and says on stderr why", async () => {
  const refused = await heddleAdminProcess(["bogus"], {});
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toContain("unknown command");
  const help = await heddleAdminProcess(["quarantine", "retry", "--help"], {});
  expect(help).toMatchObject({ code: 0, err: "" });
  expect(help.out).toContain("Example:\n  heddle-admin quarantine retry");
});

test("a database that is away or not migrated is a sentence, without its password", async () => {
  const away = { DATABASE_URL: "postgresql://heddle:hunter22@127.0.0.1:1/heddle" };
  const { code, err } = await heddleAdmin(["status"], away);
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/^The database at 127\.0\.0\.1:1\/heddle cannot be reached/),
  ]);
  expect(err).not.toContain("hunter22");
});

test("names cannot steer the terminal, and whoever stops reading ends nothing badly", async () => {
  const { organization } = await createTestProject(db);
  const name = "\u001b]0;owned\u0007\u009b2J\nsecond line";
  await withSystem(db, (tx) => tx.organization.update({ where: { id: organization.id }, data: { name } }));
  const people = await admin("organization", "list");
  expect(people.out).toContain("\\x1b]0;owned\\x07\\x9b2J\\x0asecond line");
  expect(people.out).toMatch(/^[\n -~]+$/);
  const json = await admin("organization", "list", "--json");
  expect(json.out).toMatch(/^[\n -~]+$/);
  expect(JSON.parse(json.out)).toContainEqual(expect.objectContaining({ name }));
  const child = spawn(process.execPath, [PROGRAM, "organization", "list"], {
    env: { ...process.env, ...env },
  });
  child.stdout.destroy();
  child.stderr.resume();
  expect((await once(child, "close"))[0]).toBe(0);
});

test("what is put back is in the inbox, with a signal for the worker", async () => {
  const { scope } = await createTestProject(db);
  const insert = `insert into quarantined_batch (id, project_id, writer, batch, received_at, encoding, body, error)
    values (4711, $1, gen_random_uuid(), 1, now(), 'identity', $2, $3)`;
  const values = [scope.projectId, Buffer.from('{"a":"\u001b[2J"}'), "error: no\u001b[2J\nstack"];
  await withSystemClient(db, (client) => client.query(insert, values));
  const shown = await admin("quarantine", "show", "4711");
  expect(shown.out).toBe('error: no\\x1b[2J\nstack\n\n{"a":"\\x1b[2J"}\n');
  expect(JSON.parse((await admin("quarantine", "list", "--json")).out)).toMatchObject({
    total: 1,
    batches: [{ id: "4711", bytes: 12 }],
  });
  expect(JSON.parse((await admin("quarantine", "retry", "4711", "--json")).out)).toEqual({ retried: 1 });
  const inbox = await admin("inbox", "--json");
  expect(JSON.parse(inbox.out)).toMatchObject({ waiting: { batches: 1 }, quarantined: 0 });
  expect(JSON.parse((await admin("queue", "--json")).out)).toMatchObject({
    backend: "postgresql",
    jobs: { drain: { waiting: 1 } },
  });
});
