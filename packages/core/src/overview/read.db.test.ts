import { createUuidV7 } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { defineVersion } from "../run/testing/define-version";
import { type Sent, type StoredProject, storedProject } from "../run/testing/stored-project";
import { listRecentChanges } from "./changes/list";
import { readOverview } from "./read";

const NOW = new Date("2026-11-20T12:00:00Z");
const LONG_AGO = new Date(0);
const HOUR = 3_600_000;

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

const at = (hoursAgo: number) => new Date(NOW.getTime() - hoursAgo * HOUR).toISOString();

type Started = Extract<Sent, { type: "run.started" }>;

function run(
  pipeline: string,
  hoursAgo: number,
  more: Partial<Started> & { status?: "succeeded" | "failed" | null; tookMs?: number } = {},
): { runId: string; events: Sent[] } {
  const { status = "succeeded", tookMs = 60_000, ...started } = more;
  const runId = createUuidV7(Date.parse(at(hoursAgo)));
  const events: Sent[] = [{ type: "run.started", runId, pipeline, startedAt: at(hoursAgo), ...started }];
  const finishedAt = new Date(Date.parse(at(hoursAgo)) + tookMs).toISOString();
  if (status) events.push({ type: "run.finished", runId, status, finishedAt });
  return { runId, events };
}

const read = (project: StoredProject, input = {}) =>
  readOverview({ ctx: project.ctx, input, ingestUpSince: LONG_AGO });
const changes = (project: StoredProject, input = {}) =>
  listRecentChanges({ ctx: project.ctx, input, ingestUpSince: LONG_AGO });

test("a project without runs has no pipelines and no figures", async () => {
  const project = await storedProject(db, NOW);
  const overview = await read(project);
  expect(overview).toMatchObject({ pipelines: [], total: 0, needALook: 0 });
  expect(overview.summary).toMatchObject({ runs: 0, success: null, duration: null, versions: { count: 0 } });
  expect(overview.summary.steps).toHaveLength(7);
  expect(await changes(project)).toEqual({ changes: [], total: 0, behaviour: 0 });
});

test("a pipeline with one run is there, and nothing is made of it", async () => {
  const project = await storedProject(db, NOW);
  const only = run("first", 1);
  await project.store(only.events);
  const { pipelines, total } = await read(project);
  expect(total).toBe(1);
  expect(pipelines).toEqual([
    {
      name: "first",
      ...{ trouble: null, streak: 0, slower: null },
      runs: [{ id: only.runId, number: 1, status: "succeeded", startedAt: at(1), durationMs: 60_000 }],
      inRange: { runs: 1, success: 1, points: null },
      usualMs: null,
      lastGood: { id: only.runId, number: 1, finishedAt: "2026-11-20T11:01:00.000Z" },
      rhythm: null,
      changed: null,
    },
  ]);
});

test("the worst come first, each with its last 30 runs and its success against the range before", async () => {
  const project = await storedProject(db, NOW);
  const hourly = (name: string, count: number, bad = 0) =>
    Array.from({ length: count }, (_, index) =>
      run(name, index + 1, { status: index < bad ? "failed" : "succeeded" }),
    ).flatMap(({ events }) => events);
  await project.store([...hourly("b good", 48), ...hourly("broken", 48, 6), ...hourly("A good", 3)]);
  const { pipelines, summary, needALook } = await read(project, { range: "24h" });
  expect(pipelines.map(({ name, trouble, streak }) => [name, trouble, streak])).toEqual([
    ["broken", "failing", 6],
    ["A good", null, 0],
    ["b good", null, 0],
  ]);
  expect(needALook).toBe(1);
  const [broken] = pipelines;
  expect(broken?.runs.map(({ number }) => number)).toEqual(
    Array.from({ length: 30 }, (_, index) => 19 + index),
  );
  expect(broken?.inRange).toEqual({ runs: 24, success: 0.75, points: -25 });
  expect(broken?.rhythm).toEqual({ everyMs: HOUR, staleAfterMs: 1.5 * HOUR });
  expect(broken?.lastGood?.number).toBe(42);
  expect(summary).toMatchObject({ runs: 51, success: 45 / 51, successBefore: 1, lost: 0 });
  expect(summary.steps.reduce((sum, { runs }) => sum + runs, 0)).toBe(51);

  const look = await read(project, { range: "24h", show: "look" });
  expect(look.pipelines.map(({ name }) => name)).toEqual(["broken"]);
  expect(look.total).toBe(3);
  expect((await read(project, { limit: 2 })).pipelines).toHaveLength(2);
});

test("a run that fell silent is lost, and the last good run is found beyond the strip", async () => {
  const project = await storedProject(db, NOW);
  const good = run("p", 40);
  const failed = Array.from({ length: 32 }, (_, index) => run("p", 2 + index, { status: "failed" }));
  const silent = run("p", 1, { status: null, heartbeatSeconds: 15 });
  await project.leaveInInbox(silent.events, new Date(NOW.getTime() - HOUR));
  await project.store([...good.events, ...failed.flatMap(({ events }) => events)]);
  const { pipelines, summary } = await read(project);
  expect(pipelines[0]).toMatchObject({ trouble: "lost", streak: 30, lastGood: { id: good.runId } });
  expect(pipelines[0]?.runs.at(-1)).toMatchObject({ id: silent.runId, status: "lost", durationMs: null });
  expect(summary).toMatchObject({ lost: 1, running: 0, troubles: { lost: 1, failing: 0 } });
});

test("what changed between runs: nodes, configuration, packages, each with the run that had it first", async () => {
  const project = await storedProject(db, NOW);
  const environment = (packages: Record<string, string>) => ({
    ...{ os: { name: "linux", version: "6.1", arch: "x64" }, cpu: { model: "test", count: 2 } },
    ...{ memoryBytes: 1, hostname: "host", user: null, container: null, ci: null, command: "run" },
    ...{ runtime: { name: "node", version: "20.1" }, lockfileDigest: null, variables: {}, packages },
  });
  const before = run("p", 3, {
    config: { depth: 1, day: "18" },
    environment: environment({ a: "1", b: "1" }),
  });
  const after = run("p", 2, {
    config: { depth: 2, day: "19" },
    environment: environment({ a: "2", c: "1" }),
  });
  const later = run("p", 1, {
    config: { depth: 2, day: "20" },
    environment: environment({ a: "2", c: "1" }),
  });
  const [old, now] = [
    defineVersion(before.runId, { load: [], clean: ["load"] }),
    defineVersion(after.runId, { load: [], join: ["load"] }),
  ];
  const versioned = ({ events: [first, ...others] }: typeof before, { hash, event }: typeof old) => [
    { ...first, codeVersion: hash } as Sent,
    event,
    ...others,
  ];
  await project.store(versioned(before, old));
  await project.store(versioned(after, now));
  await project.store(versioned(later, { ...now, event: { ...now.event, runId: later.runId } }));
  const { changes: found, ...counts } = await changes(project);
  expect(counts).toEqual({ total: 4, behaviour: 4 });
  const first = {
    run: { id: after.runId, number: 2, status: "succeeded" },
    previousRun: { id: before.runId },
  };
  expect(found).toMatchObject([
    { kind: "config", run: { id: later.runId }, values: [{ name: "day", before: "19", after: "20" }] },
    { kind: "code", from: old.hash, to: now.hash, pipelines: ["p"], ...first },
    { kind: "config", values: [{ name: "depth", before: "1", after: "2" }], ...first },
    {
      kind: "environment",
      values: [
        { name: "a", before: "1", after: "2" },
        { name: "b", before: "1", after: null },
        { name: "c", before: null, after: "1" },
      ],
      more: 0,
      ...first,
    },
  ]);
  const { summary } = await read(project);
  expect(summary.versions).toMatchObject({ count: 2, pipelines: 1 });
});

test("nothing of another project is in it", async () => {
  const [mine, theirs] = [await storedProject(db, NOW), await storedProject(db, NOW)];
  const [shared, changed] = [run("p", 2, { config: { a: 1 } }), run("p", 1, { config: { a: 2 } })];
  await theirs.store([...shared.events, ...changed.events]);
  await mine.store(shared.events);
  const overview = await read(mine);
  expect(overview.summary.runs).toBe(1);
  expect(overview.pipelines.map(({ runs }) => runs.length)).toEqual([1]);
  expect((await changes(mine)).total).toBe(0);
  expect((await changes(theirs)).total).toBe(1);
});
