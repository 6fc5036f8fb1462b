import { randomUUID } from "node:crypto";
import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { createDatabase, type Database, ensurePartitions, withSystemClient } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, it } from "vitest";
import type { Context } from "../../context";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { expectKeys } from "../testing/expect-keys";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";

const NOW = new Date("2026-11-20T12:00:00Z");
const RUNS = 200_000;

/** Runs over 50 days up to NOW, with a node run, an attribute, a statistic, and a batch with its receipt for each. */
const FILL = `
  with made as (
    select i, $2::timestamptz - make_interval(secs => (${RUNS} - i) * 50 * 86400.0 / ${RUNS}) as started
    from generate_series(1, ${RUNS}) i
  ), ids as materialized (
    select i, started, md5('writer' || i / 100)::uuid as writer,
      (lpad(to_hex((extract(epoch from started) * 1000)::bigint), 12, '0') || '7'
        || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as id from made
  ), runs as (
    insert into run (project_id, id, status, started_at, last_seen_at) select $1, id, 'succeeded', started, started from ids
  ), node_runs as (
    insert into node_run (project_id, run_id, node, task, attempt, status) select $1, id, 'n1', '', 0, 'succeeded' from ids
  ), attributes as (
    insert into node_attribute (project_id, run_id, node, task, name, role, type, schema_version, value, attempt, writer, seq)
    select $1, id, 'n1', '', 'result', 'result', 't', 1, '1', 0, writer, i from ids
  ), stats as (
    insert into column_stat (project_id, run_id, node, task, attribute, "column", position, kind, data_type, count,
      missing, "distinct", profile, attempt, writer, seq)
    select $1, id, 'n1', '', 'result', 'c', 0, 'numeric', 'number', 1, 0, 1, '{}', 0, writer, i from ids
  ), batches as (
    insert into run_batch (project_id, run_id, writer, batch, received_at, stored_at, events, first_seq, last_seq)
    select $1, id, writer, i, started, started, 1, 0, 0 from ids
  )
  insert into batch_receipt (project_id, writer, batch, digest, answer) select $1, writer, i, '', '{}' from ids`;

/** What code and configuration leave behind over the years. */
const DEFINITIONS = [
  `insert into pipeline (project_id, id, name) select $1, gen_random_uuid(), 'p' || i from generate_series(1, 5000) i`,
  `insert into code_version (project_id, hash, pipeline, config, node_count, files)
   select $1, encode(sha256(i::text::bytea), 'hex'), 'p', '{}', 20, '[]' from generate_series(1, 10000) i`,
  `insert into node_version (project_id, code_version, node, position, kind, dependencies, tags)
   select $1, encode(sha256((i / 20)::text::bytea), 'hex'), 'n' || i % 20, i % 20, 'function', '{}', '{}'
   from generate_series(20, 200019) i`,
  `insert into code_blob (project_id, sha256, size, body)
   select $1, encode(sha256(i::text::bytea), 'hex'), 0, '' from generate_series(1, 20000) i`,
  `insert into environment_snapshot (project_id, hash, value)
   select $1, encode(sha256(i::text::bytea), 'hex'), '{}' from generate_series(1, 20000) i`,
  `insert into name_text (project_id, key, text) select $1, 'key' || i, 'text' from generate_series(1, 20000) i`,
];

let db: Database;
let ctx: Context;
beforeAll(async () => {
  const { url } = await createTestDatabase();
  db = createDatabase({ url, maxConnections: 1 });
  ctx = { ...(await ingestContext(db)), now: () => NOW };
  const { projectId } = ctx.scope;
  await withSystemClient(db, async (client) => {
    await client.query("set local statement_timeout = '5min'");
    await ensurePartitions(client, NOW);
    await client.query(FILL, [projectId, NOW]);
    for (const sql of DEFINITIONS) await client.query(sql, [projectId]);
  });
  await withSystemClient(db, async (client) => {
    // What autovacuum does within a minute; only the owner may.
    await client.query("set local role none");
    await client.query("analyze");
  });
  return () => db.close();
}, 300_000);

describe("with 200,000 runs stored", () => {
  const { events } = sampleRun(20, createUuidV7(NOW.getTime()));
  const longName = "a name that no index can hold ".repeat(40);
  const renamed = events.map((event) =>
    "node" in event ? { ...event, node: `${event.node}${longName}` } : event,
  );
  const send = (batch: number, some: TelemetryEvent[]) =>
    acceptBatch({ ctx, input: gzipped({ writer: WRITER, batch, events: some }) });

  it("a batch is accepted, and answered again, without reading history", async () => {
    await expectKeys(
      db,
      async () => {
        await send(0, renamed.slice(0, 20));
        await send(0, renamed.slice(0, 20));
      },
      1,
    );
  });

  it("a new run is stored without reading history", async () => {
    await expectKeys(db, () => drainAll(db), 3);
  });

  it("more of a run that is there is stored without reading history", async () => {
    await send(1, renamed.slice(10));
    await expectKeys(db, () => drainAll(db), 6);
  });
});

const WRITER = randomUUID();
