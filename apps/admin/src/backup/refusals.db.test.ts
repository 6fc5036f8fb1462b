import { buffer } from "node:stream/consumers";
import { createRawDatabase, createTestDatabase, withAdmin } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { type Header, newTally } from "./format";
import { pack, unpack } from "./gzip";
import { readBackup } from "./read-backup";
import { contents } from "./testing/contents";
import { fill } from "./testing/fill";
import { backedUp, restored } from "./testing/run";
import { writeBackup } from "./write-backup";

const OTHER_SECRET = "Kx7Qp2Vw9Zt4Rm1Ls8Yd3Hn6Bf5Gc0Ja";

let file: Buffer;
let before: Record<string, string[]>;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  await fill(url);
  before = await contents(url);
  file = await backedUp(url);
});

const emptyDatabase = () => createRawDatabase("TEMPLATE template0 ENCODING 'UTF8'");

async function tablesOf(url: string): Promise<number> {
  const query = "SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace";
  return await withAdmin(url, async (owner) => (await owner.query(query)).rowCount ?? 0);
}

/** The same header with something else in it, and no rows. */
async function withHeader(change: Partial<Header>): Promise<Buffer> {
  const header = await readBackup(unpack(one(file)), {
    tally: newTally(),
    header: async () => {},
    table: async (_, rows) => (await buffer(rows)).filter((byte) => byte === 10).length,
  });
  const text = writeBackup({ header: { ...header, ...change }, tally: newTally(), rows: () => one() });
  return await buffer(pack(text));
}

async function* one(chunk?: Buffer): AsyncGenerator<Buffer> {
  if (chunk) yield chunk;
}

test("a database that holds anything is refused, and nothing in it changes", async () => {
  const { url } = await createTestDatabase();
  await withAdmin(url, (owner) =>
    owner.query("INSERT INTO organization (id, slug, name) VALUES (gen_random_uuid(), 'acme', 'Acme')"),
  );
  await expect(restored(url, file)).rejects.toThrow("not empty: there are rows in its table organization");
  expect((await contents(url)).organization).toHaveLength(1);
  const foreign = await emptyDatabase();
  await withAdmin(foreign, (owner) => owner.query("CREATE TABLE recipes (id int)"));
  await expect(restored(foreign, file)).rejects.toThrow("already holds tables of something else");
});

test("a file that was cut short or changed leaves no row, and the whole one can be restored after it", async () => {
  const url = await emptyDatabase();
  const changed = Buffer.from(file);
  changed[file.length - 400] = (changed[file.length - 400] ?? 0) ^ 1;
  for (const broken of [file.subarray(0, -1), file.subarray(0, file.length / 2), changed]) {
    await expect(restored(url, broken)).rejects.toThrow("This is not a whole backup");
    if ((await tablesOf(url)) > 0) {
      expect(Object.values(await contents(url)).flat()).toEqual([]);
    }
  }
  await restored(url, file);
  expect(await contents(url)).toEqual(before);
});

test("a restore that is broken off leaves no row", async () => {
  const url = await emptyDatabase();
  const controller = new AbortController();
  async function* half() {
    yield file.subarray(0, file.length / 2);
    controller.abort();
    yield file.subarray(file.length / 2);
  }
  const broken = restored(url, file, { signal: controller.signal, pieces: half() });
  await expect(broken).rejects.toThrow(/abort/i);
  if ((await tablesOf(url)) > 0) expect(Object.values(await contents(url)).flat()).toEqual([]);
  await restored(url, file);
});

test("another secret is refused before anything is made, unless that is wanted", async () => {
  const url = await emptyDatabase();
  const refused = restored(url, file, { secret: OTHER_SECRET });
  await expect(refused).rejects.toThrow(/under another HEDDLE_SECRET.*API keys.*--other-secret/);
  expect(await tablesOf(url)).toBe(0);
  await restored(url, file, { secret: null });
  expect(file.includes(OTHER_SECRET)).toBe(false);
});

test("a backup of a newer version is refused, and tables that no migration makes", async () => {
  const url = await emptyDatabase();
  const newer = await withHeader({
    heddle: "9.9.9",
    migrations: ["20261123100000_start", "20990101000000_later"],
  });
  await expect(restored(url, newer)).rejects.toThrow(
    "made by a newer version of Heddle (9.9.9, migration 20990101000000_later)",
  );
  expect(await tablesOf(url)).toBe(0);
  const odd = await withHeader({ tables: [{ name: "outbox", columns: ["id", "surprise"] }] });
  await expect(restored(url, odd)).rejects.toThrow(
    "its table outbox is not the one that its migrations make",
  );
});

test("a database without Heddle is not backed up", async () => {
  await expect(backedUp(await emptyDatabase())).rejects.toThrow("There is no Heddle in this database");
});
