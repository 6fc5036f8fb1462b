import { createUuidV7, type GraphNode } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { sampleRun } from "../ingest/testing/sample-run";
import { getRunGraph } from "./graph";
import { defineVersion } from "./testing/define-version";
import { type Sent, type StoredProject, storedProject } from "./testing/stored-project";

const NOW = new Date("2026-11-20T12:00:00Z");

let db: TestDatabase;
let project: StoredProject;
beforeAll(async () => {
  db = await createTestDatabase();
  project = await storedProject(db, NOW);
});

const at = (ms: number) => new Date(Date.parse("2026-11-20T10:00:00Z") + ms).toISOString();
const newId = () => createUuidV7(NOW.getTime());

async function graph(runId: string) {
  const { nodes, codeVersion } = await getRunGraph({ ctx: project.ctx, input: { runId } });
  return { codeVersion, nodes: Object.fromEntries(nodes.map((node) => [node.name, node])) };
}

const statuses = (nodes: Record<string, GraphNode>) =>
  Object.fromEntries(Object.entries(nodes).map(([name, { status }]) => [name, status]));

test("a whole run: definitions, statuses, times, outputs and errors", async () => {
  const run = sampleRun(6, newId());
  await project.store(run.events);
  const { codeVersion, nodes } = await graph(run.runId);
  expect(codeVersion).toBe(run.versionHash);
  expect(Object.keys(nodes)).toEqual(["n0", "n1", "n2", "n3", "n4", "n5"]);
  expect(nodes.n1).toEqual({
    name: "n1",
    kind: "function",
    module: null,
    type: null,
    dependencies: ["n0"],
    status: "succeeded",
    attempt: 1,
    tasks: 1,
    startedAt: at(13),
    finishedAt: at(17),
    durationMs: 4,
    output: { shape: "table", dataType: "Table", rows: 1000, columnCount: 3 },
    error: null,
  });
  expect(nodes.n4).toMatchObject({
    status: "failed",
    error: { type: "MergeError", message: "node 4 broke" },
    output: null,
  });
  expect(nodes.n5).toMatchObject({ status: "skipped", startedAt: null });
});

test("nodes not heard of are pending while the run goes on and skipped when it failed", async () => {
  const runId = newId();
  const { hash, event } = defineVersion(runId, { a: [], b: ["a"], c: ["b"], input: [] }, ["input"]);
  const begin: Sent = { type: "run.started", runId, pipeline: "p", startedAt: at(0), codeVersion: hash };
  const finished = { type: "node.finished", runId, task: "", attempt: 0, finishedAt: at(2) } as const;
  await project.store([begin, event, { ...finished, node: "a", status: "succeeded" }]);
  expect(statuses((await graph(runId)).nodes)).toEqual({
    a: "succeeded",
    b: "pending",
    c: "pending",
    input: "succeeded",
  });
  await project.store([
    { ...finished, node: "b", status: "failed" },
    { type: "run.finished", runId, status: "failed", finishedAt: at(3) },
  ]);
  expect(statuses((await graph(runId)).nodes)).toMatchObject({ b: "failed", c: "skipped" });
});

test("a run that computes a part of the graph shows that part", async () => {
  const runId = newId();
  const { hash, event } = defineVersion(runId, { a: [], b: ["a"], c: ["b"] });
  const planned = { codeVersion: hash, plannedNodes: ["a", "b"] };
  await project.store([{ type: "run.started", runId, pipeline: "p", startedAt: at(0), ...planned }, event]);
  expect(statuses((await graph(runId)).nodes)).toEqual({ a: "pending", b: "pending" });
});

test("before the code arrives, the nodes are those that were seen or planned", async () => {
  const runId = newId();
  const missing = "f".repeat(64);
  const start = { codeVersion: missing, plannedNodes: ["seen", "planned"] };
  await project.store([
    { type: "run.started", runId, pipeline: "p", startedAt: at(0), ...start },
    { type: "node.started", runId, node: "seen", task: "", attempt: 0, startedAt: at(1) },
    { type: "node.started", runId, node: "surprise", task: "", attempt: 0, startedAt: at(2) },
  ]);
  const { codeVersion, nodes } = await graph(runId);
  expect(codeVersion).toBeNull();
  expect(statuses(nodes)).toEqual({ seen: "running", surprise: "running", planned: "pending" });
  expect(nodes.seen).toMatchObject({ kind: "step", dependencies: [], durationMs: null });
});

test("tasks of a node are folded: the worst status, all of their time, the first error", async () => {
  const runId = newId();
  const error = (message: string) => ({ type: "E", message, stack: "", frames: [], causes: [] });
  const base = { type: "node.finished", runId, node: "fit", attempt: 0 } as const;
  await project.store([
    { ...base, task: "b", status: "failed", startedAt: at(30), finishedAt: at(40), error: error("second") },
    { ...base, task: "a", status: "succeeded", startedAt: at(5), finishedAt: at(90) },
    { ...base, task: "c", status: "failed", startedAt: at(20), finishedAt: at(50), error: error("first") },
    { ...base, task: "d", status: "skipped", finishedAt: at(60) },
  ]);
  const { nodes } = await graph(runId);
  expect(nodes.fit).toMatchObject({
    status: "failed",
    tasks: 4,
    startedAt: at(5),
    finishedAt: at(90),
    durationMs: 85,
    error: { type: "E", message: "first" },
  });
  await project.store([
    { type: "node.started", runId, node: "fit", task: "e", attempt: 0, startedAt: at(95) },
  ]);
  expect((await graph(runId)).nodes.fit).toMatchObject({ tasks: 5, finishedAt: null, durationMs: null });
});

test("names that are too long for keys are whole, also as dependencies", async () => {
  const runId = newId();
  const [a, b] = [`${"x".repeat(600)}a`, `${"x".repeat(600)}b`];
  const { hash, event } = defineVersion(runId, { [a]: [], [b]: [a] });
  await project.store([
    { type: "run.started", runId, pipeline: "p", startedAt: at(0), codeVersion: hash, plannedNodes: [a, b] },
    event,
    { type: "node.started", runId, node: a, task: "", attempt: 0, startedAt: at(1) },
  ]);
  const { nodes } = await graph(runId);
  expect(statuses(nodes)).toEqual({ [a]: "running", [b]: "pending" });
  expect(nodes[b]?.dependencies).toEqual([a]);
});
