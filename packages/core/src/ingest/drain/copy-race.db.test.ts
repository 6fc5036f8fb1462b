import { createUuidV7 } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../context";
import { acceptBatch } from "../accept/accept-batch";
import { gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { type StoredRows, storedRows } from "../testing/stored-rows";

/** Nobody has made the partitions of this month, which is not far from when the batches arrive. */
const NOW = new Date("2033-03-20T10:00:00Z");

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
async function owner(sql: string) {
  return await withSystemClient(db, async (client) => {
    await client.query("set local role none");
    return await client.query(sql);
  });
}

/** A run in the inbox of a project of its own, and the rows that it must become. */
async function arrived(now = NOW) {
  const ctx: Context = { ...(await ingestContext(db)), now: () => now };
  const run = sampleRun(6, createUuidV7(now.getTime()));
  await acceptBatch({ ctx, input: gzipped({ writer: ctx.scope.projectId, batch: 0, events: run.events }) });
  return { run, projectId: ctx.scope.projectId };
}

/** Without the ids that differ from run to run. */
function comparable(rows: StoredRows, runId: string, writer: string): unknown {
  return JSON.parse(JSON.stringify(rows).replaceAll(runId, "run").replaceAll(writer, "writer"));
}

const places = `select distinct tableoid::regclass::text as place from column_stat
  union select distinct tableoid::regclass::text from node_run order by 1`;

describe("a drain that copies", () => {
  it("goes to the default partition, and to the month's once there is one", async () => {
    const first = await arrived();
    expect((await drainAll(db)).failed).toEqual([]);
    expect((await owner(places)).rows.map(({ place }) => place)).toEqual([
      "partition.column_stat_default",
      "partition.node_run_default",
    ]);
    await withSystemClient(db, (client) => client.query("select public.ensure_partitions('2033-03-01')"));
    const second = await arrived();
    expect((await drainAll(db)).failed).toEqual([]);
    expect((await owner(places)).rows.map(({ place }) => place)).toEqual([
      "partition.column_stat_2033_03",
      "partition.node_run_2033_03",
    ]);
    const rows = await Promise.all([first, second].map(({ projectId }) => storedRows(db, projectId)));
    const [one, two] = [first, second].map(({ run, projectId }, i) =>
      comparable(rows[i] as StoredRows, run.runId, projectId),
    );
    expect(one).toEqual(two);
  });

  it("does it again, by way of the table, when the partition was made after it looked for it", async () => {
    await owner("select public.ensure_partitions('2033-04-01')");
    // To who looks for the name it is as if the partition were not there, and to COPY as if it had been made since.
    await owner("alter table partition.node_run_2033_04 rename to node_run_made_since");
    const { projectId } = await arrived(new Date("2033-04-20T10:00:00Z"));
    const { failed, batches } = await drainAll(db);
    expect({ failed, stored: batches.length }).toEqual({ failed: [], stored: 1 });
    expect((await storedRows(db, projectId)).node_run).toHaveLength(6);
    const { rows } = await owner(
      "select distinct tableoid::regclass::text as place from node_run order by 1",
    );
    expect(rows.map(({ place }) => place)).toContain("partition.node_run_made_since");
  });

  it("does it again when rows are there that it did not know of", async () => {
    const { run, projectId } = await arrived();
    // As a removal that was broken off would leave it: details of a run that has no row.
    await owner(`insert into node_run (project_id, run_id, node, task, attempt, status, earlier)
      values ('${projectId}', '${run.runId}', 'n0', '', 0, 'running', '[]')`);
    const { failed, batches } = await drainAll(db);
    expect({ failed, stored: batches.length }).toEqual({ failed: [], stored: 1 });
    const { node_run } = await storedRows(db, projectId);
    expect(node_run).toHaveLength(6);
    expect(node_run.find(({ node }) => node === "n0")).toMatchObject({ status: "succeeded" });
  });
});

describe("a batch whose events the API has looked at", () => {
  it("becomes the rows of one that is looked at again", async () => {
    const trusted = await arrived();
    await drainAll(db);
    const validated = await arrived();
    await owner("update ingest_batch set rejected = null");
    await drainAll(db);
    const [one, two] = await Promise.all(
      [trusted, validated].map(async ({ run, projectId }) =>
        comparable(await storedRows(db, projectId), run.runId, projectId),
      ),
    );
    expect(one).toEqual(two);
  });

  it("keeps nothing of refused events and of members that nobody knows", async () => {
    const rows: unknown[] = [];
    for (const known of [true, false]) {
      const ctx: Context = { ...(await ingestContext(db)), now: () => NOW };
      const runId = createUuidV7(NOW.getTime());
      const { events } = sampleRun(4, runId);
      const strange = events.map((event) => ({ ...event, mood: "good", error: strangeError(event) }));
      const text = JSON.stringify({
        ...{
          writer: ctx.scope.projectId,
          batch: 0,
          sentAt: NOW.toISOString(),
          sdk: { name: "t", version: "1" },
        },
        events: [{ type: "nonsense" }, ...strange, { ...events[0], seq: -1, tags: { refused: "yes" } }],
      }).replaceAll('"counts":', '"__proto__":{"x":1},"more":[1],"counts":');
      const { answer } = await acceptBatch({ ctx, input: { body: Buffer.from(text), encoding: "identity" } });
      expect(answer.rejected.map(({ index }) => index)).toEqual([0, strange.length + 1]);
      const inbox = await owner("select rejected from ingest_batch");
      expect(inbox.rows).toEqual([{ rejected: [0, strange.length + 1] }]);
      if (!known) await owner("update ingest_batch set rejected = null");
      expect((await drainAll(db)).failed).toEqual([]);
      rows.push(comparable(await storedRows(db, ctx.scope.projectId), runId, ctx.scope.projectId));
    }
    expect(rows[0]).toEqual(rows[1]);
    expect(JSON.stringify(rows[0])).not.toMatch(/mood|more|refused|__proto__/);
  });
});

function strangeError(event: object): unknown {
  return "error" in event ? { ...(event.error as object), mood: 1 } : undefined;
}
