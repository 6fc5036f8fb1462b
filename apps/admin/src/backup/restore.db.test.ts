import { authenticateApiKey, deriveKey, drain, signInWithPassword } from "@heddle/core";
import { sampleRun, TEST_SECRET } from "@heddle/core/testing";
import { createDatabase } from "@heddle/db";
import { migrate } from "@heddle/db/migrate";
import { createRawDatabase, createTestDatabase, withAdmin } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { KEPT, LEFT_OUT } from "./tables";
import { contents, structure } from "./testing/contents";
import { type Filled, fill, send } from "./testing/fill";
import { startEmptyMachine } from "./testing/machine";
import { backedUp, restored } from "./testing/run";

let source: string;
let filled: Filled;
let file: Buffer;
let newDatabase: () => Promise<string>;

beforeAll(async () => {
  source = (await createTestDatabase()).url;
  filled = await fill(source);
  file = await backedUp(source);
  newDatabase = await startEmptyMachine();
});

test("every table is in one of the lists, those first that others refer to", async () => {
  await withAdmin(source, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
    );
    expect(rows.map((row) => row.name).sort()).toEqual([...KEPT, ...Object.keys(LEFT_OUT)].sort());
    const references = await owner.query<{ child: string; parent: string }>(
      "SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint WHERE contype = 'f'",
    );
    expect(references.rows.length).toBeGreaterThan(10);
    const order: readonly string[] = KEPT;
    const place = (name: string) => order.indexOf(name.replaceAll('"', ""));
    for (const { child, parent } of references.rows) {
      expect(place(parent), `${parent} before ${child}`).toBeLessThan(place(child));
    }
  });
});

test("an empty machine has the same after a restore: all rows, and what holds them", async () => {
  const target = await newDatabase();
  const { rows } = await restored(target, file);
  const before = await contents(source);
  const after = await contents(target);
  for (const table of KEPT) {
    expect(before[table]?.length, `${table} is worth comparing`).toBeGreaterThan(0);
    expect(after[table], table).toEqual(before[table]);
  }
  const counts = Object.values(before).map((found) => found.length);
  expect(rows).toBe(counts.reduce((sum, count) => sum + count, 0));
  expect(rows).toBeGreaterThan(1000);
  expect(await structure(target)).toEqual(await structure(source));
  // On PostgreSQL 15, this is from 15 to the embedded one and back.
  const back = await createRawDatabase("TEMPLATE template0 ENCODING 'UTF8'");
  await restored(back, await backedUp(target));
  expect(await contents(back)).toEqual(before);
});

test("the restored instance lets people and keys in, and takes up its work", async () => {
  const target = await newDatabase();
  await restored(target, file);
  const db = createDatabase({ url: target });
  try {
    const ctx = { db, now: () => new Date() };
    const { email, password, apiKey } = filled.first;
    const user = await signInWithPassword({ ctx, input: { email, password }, later: () => {} });
    expect(user?.email).toBe(email);
    const hashingKey = deriveKey(TEST_SECRET, "api-key");
    expect(await authenticateApiKey({ ctx, input: { key: apiKey }, hashingKey })).toMatchObject({
      project: filled.first.project,
    });
    // The inbox goes on where it was, and numbers go on behind those that were given.
    await send({ ...filled.ingest, db }, sampleRun(4).events);
    let batches = 0;
    for (;;) {
      const drained = await drain({ ctx });
      if (drained.batches.length === 0) break;
      batches += drained.batches.length;
    }
    expect(batches).toBe(4);
  } finally {
    await db.close();
  }
  await withAdmin(target, async (owner) => {
    const last = async (url: string, sequence: string) =>
      await withAdmin(url, async (one) =>
        Number((await one.query(`SELECT last_value FROM ${sequence}`)).rows[0].last_value),
      );
    expect(await last(target, "ingest_batch_id_seq")).toBe((await last(source, "ingest_batch_id_seq")) + 1);
    expect(
      (await owner.query("SELECT reltuples FROM pg_class WHERE relname = 'user'")).rows[0].reltuples,
    ).toBeGreaterThan(0);
  });
});

test("a backup holds one moment, whatever is written, deleted and migrated meanwhile", async () => {
  const { url } = await createTestDatabase();
  const { ingest } = await fill(url);
  // As if this version had one migration more than the one that is served.
  await withAdmin(url, async (owner) => {
    await owner.query("DROP INDEX ingest_batch_suspect_idx");
    await owner.query("DELETE FROM _prisma_migrations WHERE migration_name LIKE '%suspect_batches'");
  });
  const before = await contents(url);
  const db = createDatabase({ url });
  let waiting = "";
  let migrating: Promise<unknown> = Promise.resolve();
  const moment = await backedUp(url, async () => {
    await send({ ...ingest, db }, sampleRun(5).events);
    await drain({ ctx: { db } });
    await withAdmin(url, (owner) => owner.query("DELETE FROM node_attribute"));
    await new Promise<void>((resolve) => {
      migrating = migrate({
        url,
        log: (line) => {
          waiting = line;
          resolve();
        },
      });
    });
  });
  expect(waiting).toContain("backing up");
  expect(await migrating).toEqual([expect.stringContaining("suspect_batches")]);
  await db.close();
  const target = await newDatabase();
  expect((await restored(target, moment)).log).toEqual([
    expect.stringMatching(/^Applied \d+_suspect_batches, which is newer than the backup\.$/),
  ]);
  const after = await contents(target);
  for (const table of KEPT) expect(after[table], table).toEqual(before[table]);
  expect((await contents(url)).node_attribute).toHaveLength(0);
});
