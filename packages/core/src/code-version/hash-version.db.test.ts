import { createHash, randomUUID } from "node:crypto";
import { createUuidV7 } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptBatch } from "../ingest/accept/accept-batch";
import { storeBlob } from "../ingest/accept/store-blob";
import { gzipped } from "../ingest/testing/batch-body";
import { drainAll } from "../ingest/testing/drain-all";
import { ingestContext } from "../ingest/testing/ingest-context";
import { sampleRun } from "../ingest/testing/sample-run";
import { codeHash } from "./code-hash";
import { findUnhashed } from "./find-unhashed";
import { hashVersion } from "./hash-version";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

describe("hashVersion", () => {
  it("waits for the sources, hashes each node once and is found by the sweep until then", async () => {
    const ctx = await ingestContext(db);
    const { projectId } = ctx.scope;
    const { events, versionHash, blobs } = sampleRun(4, createUuidV7(Date.parse("2026-11-20T10:00:00Z")));
    await acceptBatch({ ctx, input: gzipped({ writer: randomUUID(), batch: 0, events }) });
    await drainAll(db);
    const input = { projectId, codeVersion: versionHash };
    expect(await hashVersion({ ctx, input })).toEqual({ hashed: false });
    expect(await findUnhashed({ ctx })).toEqual([]);
    const [[sha256, text] = ["", ""]] = blobs;
    const stored = await storeBlob({ ctx, input: { sha256, body: Buffer.from(text) } });
    expect(stored).toEqual({ completes: [versionHash] });
    expect(await findUnhashed({ ctx })).toEqual([input]);
    expect(await hashVersion({ ctx, input })).toEqual({ hashed: true });
    expect(await hashVersion({ ctx, input })).toEqual({ hashed: false });
    expect(await findUnhashed({ ctx })).toEqual([]);
    const { rows } = await withSystemClient(db, (client) =>
      client.query("select * from node_version where project_id = $1 order by position", [projectId]),
    );
    expect(rows[2]).toMatchObject({
      code_hash: codeHash("export const n2 = () => 2;"),
      hash_algorithm: "slice-1",
    });
    expect(new Set(rows.map((row) => row.closure_hash)).size).toBe(4);
  });
});

describe("storeBlob", () => {
  it("refuses content that is not what its address says, and takes the same content twice", async () => {
    const ctx = await ingestContext(db);
    const body = Buffer.from("const a = 1;");
    const sha256 = createHash("sha256").update(body).digest("hex");
    await expect(storeBlob({ ctx, input: { sha256, body: Buffer.from("other") } })).rejects.toMatchObject({
      code: "invalid",
      path: "/sha256",
    });
    expect(await storeBlob({ ctx, input: { sha256, body } })).toEqual({ completes: [] });
    expect(await storeBlob({ ctx, input: { sha256, body } })).toEqual({ completes: [] });
  });

  it("refuses what is too large", async () => {
    const ctx = await ingestContext(db);
    const body = Buffer.alloc(5 * 1024 * 1024 + 1);
    const sha256 = createHash("sha256").update(body).digest("hex");
    await expect(storeBlob({ ctx, input: { sha256, body } })).rejects.toMatchObject({ code: "too_large" });
  });
});
