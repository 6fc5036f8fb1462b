import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createUuidV7 } from "@heddle/contract";
import { acceptBatch, type Context, listRuns, listRunsInput } from "@heddle/core";
import { gzipped, ingestContext, sampleRun } from "@heddle/core/testing";
import { withSystemClient } from "@heddle/db";
import { MIGRATIONS_DIR, migrate } from "@heddle/db/migrate";
import { atEnd, createTestDatabase, type TestDatabase, withAdmin } from "@heddle/db/testing";
import { expect, test, vi } from "vitest";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const WAIT = { timeout: 60_000, interval: 25 };
const LONG = 180_000;
const NODES = 10;
/** Slow enough that a busy machine stores as fast as this sends. */
const PACE_MS = 50;

const KEY = { type: "apiKey", name: "Reader", scopes: ["read"], expiresAt: null } satisfies Partial<
  Context["actor"]
>;

/** What a next version may bring: a table with its rights, a column that has a default, an index. */
const NEXT = `
CREATE TABLE "note" ("project_id" UUID NOT NULL, "id" UUID NOT NULL, "text" TEXT NOT NULL, PRIMARY KEY ("project_id", "id"));
ALTER TABLE "note" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "note" TO "heddle_app" USING ("project_id" = current_project_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON "note" TO "heddle_app", "heddle_system";
ALTER TABLE "run" ADD COLUMN "colour" TEXT NOT NULL DEFAULT 'none';
CREATE INDEX "project_deleted_at_next_idx" ON "project"("deleted_at");`;

async function nextVersion(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "heddle-next-"));
  atEnd(() => rm(folder, { recursive: true }));
  await cp(MIGRATIONS_DIR, folder, { recursive: true });
  await mkdir(path.join(folder, "29990101000000_next"));
  await writeFile(path.join(folder, "29990101000000_next", "migration.sql"), NEXT);
  return folder;
}

function startWorker(db: TestDatabase): void {
  const env = { ...process.env, DATABASE_URL: db.url, REDIS_URL: "", LOG_LEVEL: "warn" };
  const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
    env: { ...env, HEDDLE_SECRET: randomBytes(32).toString("base64") },
    stdio: ["ignore", "inherit", "inherit"],
  });
  atEnd(() => void child.kill("SIGKILL"));
}

/** A client and a reader of this version. Any error of theirs is one of the test. */
async function startTraffic(db: TestDatabase) {
  const ctx = await ingestContext(db, new Date());
  const reader: Context = { ...ctx, actor: { ...KEY, keyId: randomUUID() } };
  let [sent, reads, ended] = [0, 0, false];
  const send = async () => {
    for (; !ended; sent++) {
      const { events } = sampleRun(NODES, createUuidV7());
      await acceptBatch({ ctx, input: gzipped({ writer: randomUUID(), batch: 0, events }) });
      await wait(PACE_MS);
    }
  };
  const read = async () => {
    for (; !ended; reads++) {
      await listRuns({ ctx: reader, input: listRunsInput.parse({}), ingestUpSince: new Date(0) });
      await wait(PACE_MS);
    }
  };
  const both = Promise.all([send(), read()]);
  both.catch(() => {});
  const stored = async () =>
    await withSystemClient(db, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        "select count(*)::int as n from run where project_id = $1 and nodes_total = $2",
        [ctx.scope.projectId, NODES],
      );
      return rows[0]?.n ?? 0;
    });
  return {
    stored,
    /** Resolves when more was sent, stored and read than now. */
    async goesOn() {
      const before = { sent, reads, stored: await stored() };
      const more = vi.waitFor(async () => {
        expect(sent).toBeGreaterThan(before.sent);
        expect(reads).toBeGreaterThan(before.reads);
        expect(await stored()).toBeGreaterThan(before.stored);
      }, WAIT);
      await Promise.race([more, both]);
    },
    async end(): Promise<void> {
      ended = true;
      await both;
      await vi.waitFor(async () => expect(await stored()).toBe(sent), WAIT);
    },
  };
}

test("the next version's migration is applied once while this version goes on", {
  timeout: LONG,
}, async () => {
  const [db, folder] = await Promise.all([createTestDatabase(), nextVersion()]);
  startWorker(db);
  const traffic = await startTraffic(db);
  await traffic.goesOn();
  const applied = await Promise.all([migrate({ url: db.url, folder }), migrate({ url: db.url, folder })]);
  expect(applied.flat()).toEqual(["29990101000000_next"]);
  await traffic.goesOn();
  await traffic.end();
  const { rows } = await withAdmin(db.url, (client) => client.query("SELECT DISTINCT colour FROM run"));
  expect(rows).toEqual([{ colour: "none" }]);
});

test("a migration that waits for a long transaction stops nobody else, and tells", {
  timeout: LONG,
}, async () => {
  const [db, folder] = await Promise.all([createTestDatabase(), nextVersion()]);
  startWorker(db);
  const traffic = await startTraffic(db);
  await traffic.goesOn();
  const said: string[] = [];
  const migrating = await withAdmin(db.url, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT count(*) FROM run");
    const work = migrate({ url: db.url, folder, log: (line) => said.push(line) });
    await vi.waitFor(() => expect(said).toHaveLength(1), WAIT);
    await traffic.goesOn();
    await vi.waitFor(() => expect(said.length).toBeGreaterThan(1), WAIT);
    await client.query("ROLLBACK");
    return { work };
  });
  expect(await migrating.work).toEqual(["29990101000000_next"]);
  for (const line of said)
    expect(line).toMatch(/^29990101000000_next needs a table that other transactions use/);
  await traffic.goesOn();
  await traffic.end();
});
