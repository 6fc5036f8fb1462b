import { createHash } from "node:crypto";
import { createUuidV7, PROFILE_TYPE } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { storeBlob } from "../ingest/accept/store-blob";
import { profileOf, sampleRun } from "../ingest/testing/sample-run";
import { getNode } from "./node";
import { defineVersion } from "./testing/define-version";
import { type StoredProject, storedProject } from "./testing/stored-project";

const NOW = new Date("2026-11-20T12:00:00Z");

let db: TestDatabase;
let project: StoredProject;
beforeAll(async () => {
  db = await createTestDatabase();
  project = await storedProject(db, NOW);
});

const newId = () => createUuidV7(NOW.getTime());
const at = (ms: number) => new Date(Date.parse("2026-11-20T10:00:00Z") + ms).toISOString();
const node = (runId: string, name: string, task?: string) =>
  getNode({ ctx: project.ctx, input: { runId, node: name, task } });

test("a node of a whole run: code, neighbours, attempts, profile and attributes", async () => {
  const run = sampleRun(5, newId());
  await project.store(run.events);
  expect((await node(run.runId, "n1")).source).toBeNull();
  for (const [sha256, text] of run.blobs) {
    await storeBlob({ ctx: project.ctx, input: { sha256, body: Buffer.from(text) } });
  }
  const found = await node(run.runId, "n1");
  const { profile, runs, ...rest } = found;
  expect(rest).toEqual({
    name: "n1",
    kind: "function",
    type: null,
    doc: null,
    module: null,
    owner: null,
    tags: {},
    upstream: [{ name: "n0", status: "succeeded" }],
    downstream: [{ name: "n2", status: "succeeded" }],
    source: {
      path: "src/features.ts",
      startLine: 2,
      endLine: 2,
      code: "export const n1 = () => 1;",
      language: "typescript",
    },
    attributes: [{ name: "rows", role: "metric", type: "heddle.scalar", schemaVersion: 1, value: 100 }],
  });
  expect(profile).toEqual(profileOf("n1", 1).value);
  expect(runs).toMatchObject([{ task: "", attempt: 1, status: "succeeded", error: null, durationMs: 4 }]);
  expect(runs[0]?.earlier).toMatchObject([
    { attempt: 0, status: "failed", error: { message: "node 1 broke" } },
  ]);
});

test("a node that failed has its error, one that never ran has its neighbours", async () => {
  const run = sampleRun(5, newId());
  await project.store(run.events);
  const failed = await node(run.runId, "n3");
  expect(failed.runs).toMatchObject([
    { status: "failed", error: { message: "node 3 broke", frames: [{ line: 3 }] } },
  ]);
  expect(failed.profile).toBeNull();
  expect(failed.downstream).toEqual([{ name: "n4", status: "skipped" }]);
});

test("the lines of a node, from a file with line ends of any kind", async () => {
  const runId = newId();
  const text = "one\r\ntwo\r\nthree\nfour";
  const sha256 = createHash("sha256").update(text).digest("hex");
  const { hash, event } = defineVersion(runId, { a: [], b: [] }, [], {
    files: [{ path: "f.py", sha256, language: "python" }],
    spans: {
      a: { path: "f.py", startLine: 2, endLine: 3 },
      b: { path: "gone.py", startLine: 1, endLine: 1 },
    },
  });
  const start = { type: "run.started", runId, pipeline: "p", startedAt: at(0), codeVersion: hash } as const;
  await project.store([start, event]);
  await storeBlob({ ctx: project.ctx, input: { sha256, body: Buffer.from(text) } });
  expect((await node(runId, "a")).source).toMatchObject({ code: "two\nthree", language: "python" });
  expect((await node(runId, "b")).source).toBeNull();
});

test("each task has its own profile; the first is shown when none is asked for", async () => {
  const runId = newId();
  const finished = {
    type: "node.finished",
    runId,
    node: "fit",
    attempt: 0,
    status: "succeeded",
    finishedAt: at(9),
  } as const;
  await project.store([
    { ...finished, task: "b", attributes: [profileOf("b", 2)] },
    { ...finished, task: "a", attributes: [profileOf("a", 1)] },
  ]);
  const columns = async (task?: string) =>
    (await node(runId, "fit", task)).profile?.columns.map(({ name }) => name);
  expect(await columns("b")).toEqual(["b_0", "b_1", "b_2"]);
  expect(await columns()).toEqual(["a_0", "a_1", "a_2"]);
  expect((await node(runId, "fit", "none")).profile).toBeNull();
  expect((await node(runId, "fit")).runs.map(({ task }) => task)).toEqual(["a", "b"]);
});

test("of several profiles the result's is the node's, and none of them is an attribute", async () => {
  const runId = newId();
  const other = { ...profileOf("other", 1), name: "aaa", role: "info" } as const;
  const metric = {
    name: "score",
    role: "metric",
    type: "heddle.scalar",
    schemaVersion: 1,
    value: 0.5,
  } as const;
  await project.store([
    {
      type: "node.finished",
      runId,
      node: "fit",
      task: "",
      attempt: 0,
      status: "succeeded",
      finishedAt: at(9),
      attributes: [other, profileOf("fit", 1), metric],
    },
  ]);
  const { profile, attributes } = await node(runId, "fit");
  expect(profile?.columns[0]?.name).toBe("fit_0");
  expect(attributes).toEqual([metric]);
  expect(attributes.some(({ type }) => type === PROFILE_TYPE)).toBe(false);
});

test("names too long for keys are found and shown whole", async () => {
  const runId = newId();
  const long = (end: string) => "n".repeat(600) + end;
  const { hash, event } = defineVersion(runId, { [long("a")]: [], [long("b")]: [long("a")] });
  await project.store([
    { type: "run.started", runId, pipeline: "p", startedAt: at(0), codeVersion: hash },
    event,
    { type: "node.started", runId, node: long("a"), task: long("t"), attempt: 0, startedAt: at(0) },
  ]);
  const found = await node(runId, long("a"), long("t"));
  expect(found.name).toBe(long("a"));
  expect(found.runs).toMatchObject([{ node: long("a"), task: long("t") }]);
  expect(found.downstream).toEqual([{ name: long("b"), status: "pending" }]);
});

test("there are no other nodes", async () => {
  const run = sampleRun(3, newId());
  await project.store(run.events);
  await expect(node(run.runId, "n9")).rejects.toMatchObject({ code: "not_found", path: "/node" });
  await expect(node(newId(), "n1")).rejects.toMatchObject({ code: "not_found", path: "/runId" });
});
