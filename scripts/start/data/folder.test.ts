import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyFolder, instanceSecret, openFolder, writePrivate } from "./folder";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "heddle-folder-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("makes a missing folder and opens it again", async () => {
  const nested = path.join(folder, "a/b");
  await openFolder(nested);
  await openFolder(nested);
  expect(await readdir(nested)).toEqual(["heddle.json"]);
});

test("refuses a folder of a newer version", async () => {
  await writeFile(path.join(folder, "heddle.json"), '{"layout":2}');
  await expect(openFolder(folder)).rejects.toThrow("newer version of Heddle");
});

test("refuses a folder that holds something else", async () => {
  await mkdir(path.join(folder, "photos"));
  await expect(openFolder(folder)).rejects.toThrow("something else");
  expect(await readdir(folder)).toEqual(["photos"]);
});

test("a file where the folder should be is explained", async () => {
  const file = path.join(folder, "file");
  await writeFile(file, "");
  await expect(openFolder(file)).rejects.toThrow("--data-dir");
});

test("emptying a folder leaves its marker and lock", async () => {
  await openFolder(folder);
  await mkdir(path.join(folder, "postgres/base"), { recursive: true });
  await writeFile(path.join(folder, "lock.json"), "{}");
  await instanceSecret(folder, undefined);
  await emptyFolder(folder);
  expect((await readdir(folder)).sort()).toEqual(["heddle.json", "lock.json"]);
});

test("the secret is made once, is long, and only its owner may read it", async () => {
  const secret = await instanceSecret(folder, undefined);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(await instanceSecret(folder, undefined)).toBe(secret);
  expect((await stat(path.join(folder, "secrets"))).mode & 0o777).toBe(0o600);
});

test("a given secret wins and is not stored", async () => {
  const given = randomBytes(32).toString("base64");
  expect(await instanceSecret(folder, given)).toBe(given);
  expect(await readdir(folder)).toEqual([]);
});

test("a given secret that could be guessed is refused, and not repeated", async () => {
  const refused = instanceSecret(folder, "x".repeat(40));
  await expect(refused).rejects.toThrow("HEDDLE_SECRET is too weak: it has only 1 different characters");
  await expect(refused).rejects.not.toThrow("xx");
});

test("a private file is private even where an open one was", async () => {
  const file = path.join(folder, "note.txt");
  await writeFile(file, "old", { mode: 0o644 });
  await writePrivate(file, "new");
  expect(await readFile(file, "utf8")).toBe("new");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});
