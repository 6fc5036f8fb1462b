import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "./destination";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "heddle-destination-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function* bytes(...texts: (string | Error)[]): AsyncGenerator<Buffer> {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield Buffer.from(text);
  }
}

test("only its owner may read the file, which has its name when it is whole", async () => {
  const file = path.join(folder, "a.gz");
  let during: string[] = [];
  async function* watched() {
    yield Buffer.from("one ");
    during = await readdir(folder);
    yield Buffer.from("two");
  }
  await writeWhole(file, watched());
  expect(during).toEqual(["a.gz.part"]);
  expect(await readdir(folder)).toEqual(["a.gz"]);
  expect(await readFile(file, "utf8")).toBe("one two");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("what was broken off leaves nothing", async () => {
  const broken = writeWhole(path.join(folder, "a.gz"), bytes("one", new Error("gone")));
  await expect(broken).rejects.toThrow("gone");
  expect(await readdir(folder)).toEqual([]);
});

test("no file is written over, and no other backup's half", async () => {
  const file = path.join(folder, "a.gz");
  await writeFile(file, "kept");
  await expect(writeWhole(file, bytes("new"))).rejects.toThrow("There is a file");
  await rm(file);
  await writeFile(`${file}.part`, "half");
  await expect(writeWhole(file, bytes("new"))).rejects.toThrow("another backup is writing it");
  expect(await readFile(`${file}.part`, "utf8")).toBe("half");
  await expect(writeWhole(path.join(folder, "no/b.gz"), bytes("new"))).rejects.toThrow("There is no folder");
});
