import { randomUUID } from "node:crypto";
import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../context";
import { batchBytes, gzipped } from "../testing/batch-body";
import { drainAll } from "../testing/drain-all";
import { ingestContext } from "../testing/ingest-context";
import { sampleRun } from "../testing/sample-run";
import { storedRows } from "../testing/stored-rows";
import { acceptBatch } from "./accept-batch";
import { storeBlob } from "./store-blob";

const START = Date.parse("2026-11-20T10:00:00Z");

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

async function inboxSize(ctx: Context): Promise<number> {
  return await withSystemClient(db, async (client) => {
    const { rowCount } = await client.query("select from ingest_batch where project_id = $1", [
      ctx.scope.projectId,
    ]);
    return rowCount ?? 0;
  });
}

describe("acceptBatch", () => {
  it("takes the same batch once, however often and however compressed it comes at once", async () => {
    const ctx = await ingestContext(db);
    const parts = { writer: randomUUID(), batch: 7, events: sampleRun(5, createUuidV7(START)).events };
    const inputs = [
      ...Array.from({ length: 4 }, () => gzipped(parts)),
      { body: batchBytes(parts), encoding: "identity" as const },
    ];
    const accepted = await Promise.all(inputs.map((input) => acceptBatch({ ctx, input })));
    expect(accepted.filter((one) => one.stored)).toHaveLength(1);
    for (const { answer } of accepted) expect(answer).toEqual(accepted[0]?.answer);
    expect(accepted[0]?.answer).toMatchObject({ accepted: parts.events.length, rejected: [] });
    expect(await inboxSize(ctx)).toBe(1);
    await drainAll(db);
    const again = await acceptBatch({ ctx, input: gzipped(parts) });
    const { writer, batch } = parts;
    expect(again).toEqual({ answer: accepted[0]?.answer, stored: false, writer, batch });
    expect(await inboxSize(ctx)).toBe(0);
  });

  it("says where a bad event is wrong, however long and odd the names on the way", async () => {
    const ctx = await ingestContext(db);
    const start = sampleRun(1, createUuidV7(START)).events.find((event) => event.type === "run.started");
    for (const blanks of ["", " "]) {
      const named = { ...start, tags: { [`${blanks}${"😀".repeat(600)}`]: 5 } };
      const body = batchBytes({ writer: randomUUID(), batch: 0, events: [named] });
      const { answer } = await acceptBatch({ ctx, input: { body, encoding: "identity" } });
      expect(answer.rejected[0]?.path).toMatch(/^\/tags\/ ?\p{Emoji}+$/u);
    }
  });

  it("leaves for the worker which events were refused", async () => {
    const ctx = await ingestContext(db);
    const [good] = sampleRun(1, createUuidV7(START)).events;
    await acceptBatch({ ctx, input: gzipped({ writer: randomUUID(), batch: 0, events: [7, good, {}] }) });
    await acceptBatch({ ctx, input: gzipped({ writer: randomUUID(), batch: 0, events: [good] }) });
    const rows = await withSystemClient(db, (client) =>
      client.query("select rejected from ingest_batch where project_id = $1 order by id", [
        ctx.scope.projectId,
      ]),
    );
    expect(rows.rows).toEqual([{ rejected: [0, 2] }, { rejected: [] }]);
  });

  it("refuses other content under a used number, but not in another project", async () => {
    const [ctx, other] = [await ingestContext(db), await ingestContext(db)];
    const { events } = sampleRun(5, createUuidV7(START));
    const [parts, reordered] = [events, [...events].reverse()].map((all) => ({
      writer: WRITER,
      batch: 1,
      events: all,
    }));
    if (!parts || !reordered) throw new Error("two batches");
    await acceptBatch({ ctx, input: gzipped(parts) });
    const refused = acceptBatch({ ctx, input: gzipped(reordered) });
    await expect(refused).rejects.toMatchObject({ code: "conflict", path: "/batch" });
    expect(await acceptBatch({ ctx: other, input: gzipped(reordered) })).toMatchObject({ stored: true });
  });

  it("keeps nothing of a batch without a good event, and still knows it again", async () => {
    const ctx = await ingestContext(db);
    const input = gzipped({ writer: randomUUID(), batch: 0, events: [{ type: "nonsense" }] });
    const first = await acceptBatch({ ctx, input });
    expect(first).toMatchObject({
      stored: false,
      answer: { accepted: 0, rejected: [{ index: 0, path: "/type" }] },
    });
    expect(await acceptBatch({ ctx, input })).toEqual(first);
    expect(await inboxSize(ctx)).toBe(0);
  });

  it("asks for unknown versions, then for their sources, then for nothing", async () => {
    const ctx = await ingestContext(db);
    const { events, versionHash, blobs } = sampleRun(5, createUuidV7(START));
    const send = async (batch: number, part: TelemetryEvent[]) => {
      const { answer } = await acceptBatch({ ctx, input: gzipped({ writer: WRITER, batch, events: part }) });
      return answer.need;
    };
    const [sha256 = "", text = ""] = [...blobs].flat();
    expect(await send(0, events.slice(0, 1))).toEqual({ codeVersions: [versionHash], blobs: [] });
    expect(await send(1, events.slice(1, 2))).toEqual({ codeVersions: [], blobs: [sha256] });
    await drainAll(db);
    expect(await send(2, events.slice(0, 1))).toEqual({ codeVersions: [], blobs: [sha256] });
    await storeBlob({ ctx, input: { sha256, body: Buffer.from(text) } });
    expect(await send(3, events.slice(0, 2))).toEqual({ codeVersions: [], blobs: [] });
  });

  it("stores odd values and long names without an error", async () => {
    const ctx = await ingestContext(db);
    const runId = createUuidV7(START);
    const value = JSON.parse(
      `{"__proto__":{"a":1},"nul":"a\\u0000b","half":"\\ud83d","big":18446744073709551616}`,
    );
    const base = {
      runId,
      attempt: 0,
      finishedAt: "2026-11-20T10:00:00Z",
      type: "node.finished",
      status: "succeeded",
    };
    const attributes = [value, "x".repeat(1_000_000), ["#"]].map((one, index) => {
      return { name: `v${index}`.padEnd(4000, "ü"), role: "info", type: "t", schemaVersion: 1, value: one };
    });
    const names = ["nul\0node", "half\udc00node", "__proto__", "n".repeat(4096), "😀".repeat(2000)];
    const events = names.map((node, seq) => ({ ...base, seq, node, task: node.slice(0, 2000), attributes }));
    const text = Buffer.from(batchBytes({ writer: WRITER, batch: 0, events }))
      .toString()
      .replaceAll('"#"', "NaN");
    const { answer } = await acceptBatch({ ctx, input: { body: Buffer.from(text), encoding: "identity" } });
    expect(answer).toMatchObject({ accepted: names.length, rejected: [] });
    expect((await drainAll(db)).failed).toEqual([]);
    const rows = await storedRows(db, ctx.scope.projectId);
    expect(rows.node_run).toHaveLength(names.length);
    expect(rows.node_attribute).toHaveLength(names.length * 3);
    expect(rows.name_text.map((row) => row.text)).toEqual(
      expect.arrayContaining(["n".repeat(4096), "😀".repeat(2000)]),
    );
    const stored = rows.node_attribute.map((row) => row.value);
    expect(stored).toContainEqual({ nul: "a\ufffdb", half: "\ufffd", big: 18446744073709552000 });
    expect(stored).toContainEqual([null]);
  });

  it("needs the right to ingest", async () => {
    const ctx = await ingestContext(db);
    const reader: Context = {
      ...ctx,
      actor: { type: "apiKey", keyId: randomUUID(), name: "Reader", scopes: ["read"], expiresAt: null },
    };
    const input = gzipped({
      writer: randomUUID(),
      batch: 0,
      events: sampleRun(2, createUuidV7(START)).events,
    });
    await expect(acceptBatch({ ctx: reader, input })).rejects.toMatchObject({ code: "forbidden" });
  });
});

const WRITER = "5f0f2c6e-52f5-4c40-8d6e-0d4f0a8f7a10";
