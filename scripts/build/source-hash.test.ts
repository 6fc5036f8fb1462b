import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources } from "./source-hash";

let root: string;
const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
};

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "heddle-hash-"));
  await write("app/a.ts", "one");
  await write("app/deep/b.ts", "two");
});
afterEach(() => rm(root, { recursive: true }));

test("is the same as long as nothing changes, whatever the order of the inputs", async () => {
  await write("lock.json", "{}");
  expect(await hashSources(root, ["app", "lock.json"])).toBe(await hashSources(root, ["lock.json", "app"]));
});

test("changes with a content, a name and a new file", async () => {
  const seen = new Set([await hashSources(root, ["app"])]);
  await write("app/deep/b.ts", "three");
  seen.add(await hashSources(root, ["app"]));
  await rename(path.join(root, "app/deep/b.ts"), path.join(root, "app/deep/c.ts"));
  seen.add(await hashSources(root, ["app"]));
  await write("app/deep/d.ts", "");
  seen.add(await hashSources(root, ["app"]));
  expect(seen.size).toBe(4);
});

test("tells apart where one file ends and the next begins", async () => {
  await write("app/a.ts", "");
  await write("app/deep/b.ts", "onetwo");
  const first = await hashSources(root, ["app"]);
  await write("app/a.ts", "one");
  await write("app/deep/b.ts", "two");
  expect(await hashSources(root, ["app"])).not.toBe(first);
});

test("ignores tests, dependencies and what was built", async () => {
  const before = await hashSources(root, ["app", "missing"]);
  await write("app/a.test.ts", "x");
  await write("app/node_modules/p/index.js", "x");
  await write("app/.next/BUILD_ID", "x");
  await write("app/dist/a.js", "x");
  expect(await hashSources(root, ["app", "missing"])).toBe(before);
});
