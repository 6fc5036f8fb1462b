import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { authenticateApiKey, deriveKey, signInWithPassword } from "@heddle/core";
import { TEST_SECRET } from "@heddle/core/testing";
import { createTestDatabase } from "@heddle/db/testing";
import { afterAll, expect, test } from "vitest";
import { heddleAdmin } from "../testing/heddle-admin";

const db = await createTestDatabase();
const ctx = { db, now: () => new Date() };
const env = { DATABASE_URL: db.url, HEDDLE_SECRET: TEST_SECRET, PUBLIC_URL: "https://heddle.example" };
const folder = await mkdtemp(path.join(tmpdir(), "heddle-initialise-"));
const file = path.join(folder, "first-sign-in.txt");
const initialise = () => heddleAdmin(["initialise", folder, "--read-with", "show"], env);
afterAll(() => rm(folder, { recursive: true }));

test("without a secret nothing is made", async () => {
  const { code, err } = await heddleAdmin(["initialise", folder], { DATABASE_URL: db.url });
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("HEDDLE_SECRET is missing") });
  expect(await readdir(folder)).toEqual([]);
});

test("the first start writes down how to sign in, for its owner's eyes only, and names the file", async () => {
  const { code, out } = await initialise();
  expect(code).toBe(0);
  expect(out).toContain(`show ${file}\n`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const text = await readFile(file, "utf8");
  const [email = "", password = "", key = ""] = text.split("\n").map((line) => line.replace(/^.*?: /, ""));
  expect(out).not.toContain(password);
  expect(await signInWithPassword({ ctx, input: { email, password }, later: () => {} })).toMatchObject({
    email,
  });
  const hashingKey = deriveKey(TEST_SECRET, "api-key");
  expect(await authenticateApiKey({ ctx, input: { key }, hashingKey })).toMatchObject({
    scopes: ["ingest", "read"],
  });
});

test("later starts make nothing, and name the file for as long as its password holds", async () => {
  const before = await readFile(file, "utf8");
  const { code, out } = await initialise();
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining(`show ${file}\n`) });
  expect(await readFile(file, "utf8")).toBe(before);
  const person = ["user", "create", "ada@example.org", "--generate-password"];
  expect(await heddleAdmin(person, env)).toMatchObject({ code: 0 });
  expect((await initialise()).out).not.toContain(file);
});
