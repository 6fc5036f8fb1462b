import { createUuidV7, type TelemetryEvent } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { storeBlob } from "../ingest/accept/store-blob";
import { sampleRun } from "../ingest/testing/sample-run";
import { getRunCode, getRunFile } from "./code";
import { listRunColumns } from "./columns";
import { listRunColumnsInput } from "./page-inputs";
import { getRunSiblings } from "./siblings";
import { type StoredProject, storedProject } from "./testing/stored-project";
import { getUsualNodes } from "./usual-nodes";

const NOW = new Date("2026-11-20T12:00:00Z");
const newId = (after = 0) => createUuidV7(NOW.getTime() + after);

let db: TestDatabase;
let project: StoredProject;
beforeAll(async () => {
  db = await createTestDatabase();
  project = await storedProject(db, NOW);
});

const columns = (runId: string, more: object = {}) =>
  listRunColumns({ ctx: project.ctx, input: listRunColumnsInput.parse({ runId, ...more }) });

async function allColumns(runId: string, more: object) {
  const found = [];
  for (let cursor: string | null = null; ; ) {
    const page = await columns(runId, { limit: 7, cursor, ...more });
    found.push(...page.columns);
    cursor = page.nextCursor;
    if (cursor === null) return found;
  }
}

describe("siblings", () => {
  test("are the neighbours within the pipeline, and nothing at its ends", async () => {
    const ids = [newId(1), newId(2), newId(3)];
    const events = ids.map((id) => sampleRun(3, id).events);
    const mine = await storedProject(db, NOW);
    for (const one of events) await mine.store(one);
    const [first = "", second = "", third = ""] = ids;
    const at = (runId: string) => getRunSiblings({ ctx: mine.ctx, input: { runId } });
    expect(await at(first)).toEqual({ previous: null, next: { id: second, number: 2 } });
    expect(await at(second)).toEqual({ previous: { id: first, number: 1 }, next: { id: third, number: 3 } });
    expect(await at(third)).toEqual({ previous: { id: second, number: 2 }, next: null });
    await expect(at(newId())).rejects.toThrow("no such run");
    await expect(getRunSiblings({ ctx: project.ctx, input: { runId: first } })).rejects.toThrow(
      "no such run",
    );
  });

  test("do not exist for a run whose pipeline is not known", async () => {
    const runId = newId();
    await project.store([{ type: "run.heartbeat", runId, at: NOW.toISOString() }]);
    const input = { runId };
    expect(await getRunSiblings({ ctx: project.ctx, input })).toEqual({ previous: null, next: null });
  });
});

describe("how long nodes usually take", () => {
  test("is known from the fifth good run before this one", async () => {
    const mine = await storedProject(db, NOW);
    const ids = Array.from({ length: 7 }, (_, i) => newId(i));
    for (const [i, runId] of ids.entries()) {
      const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
      const node = { runId, node: "a", task: "", attempt: 0 } as const;
      await mine.store([
        { type: "run.started", runId, pipeline: "p", startedAt: at(0) },
        { type: "node.started", ...node, startedAt: at(0) },
        { type: "node.finished", ...node, status: "succeeded", finishedAt: at(100 + i * 10) },
        { type: "run.finished", runId, status: i === 0 ? "failed" : "succeeded", finishedAt: at(200) },
      ]);
    }
    const usual = (runId = "") => getUsualNodes({ ctx: mine.ctx, input: { runId } });
    expect(await usual(ids[5])).toEqual([]);
    expect(await usual(ids[6])).toEqual([{ node: "a", p50: 130, p90: 146 }]);
  });
});

describe("the columns of a run", () => {
  test("come each once, whatever the order and the size of the pages", async () => {
    const runId = newId();
    await project.store(sampleRun(12, runId).events);
    const nodes = sampleRun(12, runId).events.filter(
      (event: TelemetryEvent) => event.type === "node.finished" && event.attributes !== undefined,
    );
    for (const sort of ["node", "name", "missing"]) {
      const found = await allColumns(runId, { sort });
      expect(new Set(found.map(({ profile }) => profile.name)).size).toBe(nodes.length * 3);
      expect(found).toHaveLength(nodes.length * 3);
    }
    const shares = (await allColumns(runId, { sort: "missing" })).map(
      ({ profile }) => profile.missing / profile.count,
    );
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares[0]).toBeGreaterThan(0);
  });

  test("are found by a part of their or their node's name, by kind and by node", async () => {
    const runId = newId();
    await project.store(sampleRun(6, runId).events);
    expect((await columns(runId, { search: "N2_" })).total).toBe(3);
    expect((await columns(runId, { search: "%" })).total).toBe(0);
    expect((await columns(runId, { node: "n1" })).columns.map(({ node }) => node)).toEqual([
      "n1",
      "n1",
      "n1",
    ]);
    expect((await columns(runId, { kind: "text" })).total).toBe(0);
    expect((await columns(runId, { kind: "numeric" })).total).toBe(12);
    await expect(columns(runId, { cursor: "bad" })).rejects.toThrow("cursor");
  });
});

describe("the code of a run", () => {
  test("lists files with their nodes and gives their text once it is there", async () => {
    const run = sampleRun(5, newId());
    await project.store(run.events);
    const input = { runId: run.runId };
    const file = () => getRunFile({ ctx: project.ctx, input: { ...input, path: "src/features.ts" } });
    expect(await file()).toMatchObject({ text: null, lines: 0 });
    for (const [sha256, text] of run.blobs) {
      await storeBlob({ ctx: project.ctx, input: { sha256, body: Buffer.from(text) } });
    }
    const code = await getRunCode({ ctx: project.ctx, input });
    expect(code).toMatchObject({ version: run.versionHash, elsewhere: [] });
    expect(code.files).toMatchObject([{ path: "src/features.ts", language: "typescript" }]);
    expect(code.files[0]?.nodes[1]).toEqual({ name: "n1", kind: "function", startLine: 2, endLine: 2 });
    expect(await file()).toMatchObject({ lines: 5, text: [...run.blobs.values()][0] });
    await expect(getRunFile({ ctx: project.ctx, input: { ...input, path: "src/other.ts" } })).rejects.toThrow(
      "no such file",
    );
  });

  test("is not there for a run without a version", async () => {
    const runId = newId();
    await project.store([{ type: "run.heartbeat", runId, at: NOW.toISOString() }]);
    expect(await getRunCode({ ctx: project.ctx, input: { runId } })).toMatchObject({
      version: null,
      files: [],
    });
  });
});
