import { createUuidV7 } from "@heddle/contract";
import {
  acceptBatch,
  deriveKey,
  drain,
  evaluateRun,
  type FirstSecrets,
  initialiseInstance,
} from "@heddle/core";
import {
  createAlertProject,
  gzipped,
  ingestContext,
  sampleRun,
  slackAccess,
  TEST_SECRET,
} from "@heddle/core/testing";
import { createDatabase, type Database, ensurePartitions } from "@heddle/db";
import { sampleInsert, withAdmin } from "@heddle/db/testing";
import { KEPT } from "../tables";

const MONTHS = ["2026-02-10", "2026-05-20", "2026-11-05"];
const NODES = 60;
const RUNS = 8;

const ODD = ["\\.", "\\N", "a\tb\nc\r\\n", "\u0001\u007f", "ö 🧵 \u202e", "\"{}',"];

export interface Filled {
  first: FirstSecrets;
  ingest: Awaited<ReturnType<typeof ingestContext>>;
}

/** Fills a migrated database as people and pipelines would, and then with what is odd; no table stays empty. */
export async function fill(url: string): Promise<Filled> {
  const db = createDatabase({ url });
  try {
    const first = await makeInstance(db);
    const ingest = await ingestContext(db, new Date());
    for (let i = 0; i < RUNS; i++) await send(ingest, sampleRun(NODES).events);
    while ((await drain({ ctx: { db } })).batches.length > 0);
    await failAndTell(db);
    await withAdmin(url, async (owner) => {
      for (const month of MONTHS) await ensurePartitions(owner, new Date(month));
    });
    await addOddRows(url);
    // These stay in the inbox.
    for (let i = 0; i < 3; i++) await send(ingest, sampleRun(5).events);
    return { first, ingest };
  } finally {
    await db.close();
  }
}

export async function send(ctx: Filled["ingest"], events: readonly unknown[]): Promise<void> {
  const { stored } = await acceptBatch({ ctx, input: gzipped({ writer: createUuidV7(), batch: 0, events }) });
  if (!stored) throw new Error("The batch was not accepted.");
}

async function makeInstance(db: Database): Promise<FirstSecrets> {
  const first = await initialiseInstance({
    ctx: { db, now: () => new Date() },
    hashingKey: deriveKey(TEST_SECRET, "api-key"),
    keep: async () => {},
  });
  if (!first) throw new Error("The database was not empty.");
  return first;
}

async function failAndTell(db: Database): Promise<void> {
  const project = await createAlertProject(db);
  await project.addChannel("https://hooks.slack.com/services/T0/B0/abcdefghijkl", slackAccess(""));
  for (const number of [1, 2]) {
    const runId = await project.addRun({ number, skipped: ["after", `${"long".repeat(120)}-${number}`] });
    await evaluateRun({ ctx: project.as("owner"), input: { runId } });
  }
}

/** A row in each table, then rows whose values or places are at the edge. */
async function addOddRows(url: string): Promise<void> {
  await withAdmin(url, async (owner) => {
    const tenant = createUuidV7(Date.parse("2026-05-03"));
    // What waits in the inbox must be something that can be stored.
    for (const table of KEPT.filter((name) => name !== "ingest_batch")) {
      const { text, values } = await sampleInsert(owner, table, tenant);
      await owner.query(text, values);
    }
    for (const [at, text] of ODD.entries()) {
      // Months with a partition, and two for which only the default one is left.
      const runId = createUuidV7(Date.parse(`20${25 + at}-02-15`));
      await owner.query(
        `INSERT INTO node_run (project_id, run_id, node, task, attempt, status, error, earlier)
         VALUES ($1, $2, $3, '', 0, $3, $4, '[]')`,
        [tenant, runId, text, JSON.stringify({ message: text, big: 1e300, small: 0.1 })],
      );
      await owner.query(
        `INSERT INTO run (project_id, id, started_at, last_seen_at, trigger, planned_nodes, heartbeat_seconds)
         VALUES ($1, $2, '2026-02-15 10:00:00.123', 'infinity', $3, $4, 'NaN')`,
        [tenant, runId, text, at === 0 ? [] : [text, "", "NULL"]],
      );
      await owner.query(
        `INSERT INTO column_stat (project_id, run_id, node, task, attribute, "column", position, kind, data_type,
           count, missing, "distinct", mean, std, min, max, profile, attempt, writer, seq)
         VALUES ($1, $2, 'n', '', 'a', $3, 0, 'numeric', 'number', 9223372036854775807, 0, 0, 'NaN', 'Infinity',
           '-Infinity', 5e-324, '{"a": 1.10}', 0, $1, 1)`,
        [tenant, runId, text],
      );
      await owner.query("INSERT INTO code_blob (project_id, sha256, size, body) VALUES ($1, $2, 256, $3)", [
        tenant,
        `odd-${at}`,
        Buffer.from(Array.from({ length: 256 }, (_, byte) => (byte + at) % 256)),
      ]);
    }
  });
}
