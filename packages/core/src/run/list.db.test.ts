import { createUuidV7, type RunPage, runPageSchema } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { listRunsInput } from "./inputs";
import { listRuns } from "./list";
import { type Sent, type StoredProject, storedProject } from "./testing/stored-project";

const NOW = new Date("2026-11-20T12:00:00Z");
const LONG_AGO = new Date("2026-11-01T00:00:00Z");

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

const at = (ms: number) => new Date(Date.parse("2026-11-20T10:00:00Z") + ms).toISOString();

/** A run that began so many milliseconds after ten o'clock. */
function run(
  startMs: number,
  more: { pipeline?: string; status?: "succeeded" | "failed"; durationMs?: number } = {},
) {
  const { pipeline = "daily", status = "succeeded", durationMs = 500 } = more;
  const runId = createUuidV7(Date.parse(at(startMs)));
  const events: Sent[] = [
    { type: "run.started", runId, pipeline, startedAt: at(startMs) },
    { type: "run.finished", runId, status, finishedAt: at(startMs + durationMs) },
  ];
  return { runId, events };
}

function list(project: StoredProject, input: object = {}, ctx = project.ctx, ingestUpSince = LONG_AGO) {
  return listRuns({ ctx, input: listRunsInput.parse(input), ingestUpSince });
}

const ids = (page: RunPage) => page.runs.map(({ id }) => id);

test("pages put together are the whole list, while new runs arrive between them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(3_000_000), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (starts, limit) => {
        const project = await storedProject(db, NOW);
        const before = starts.map((start) => run(start));
        await project.store(before.flatMap(({ events }) => events));
        const expected = before
          .map(({ runId }) => runId)
          .sort()
          .reverse();
        const seen: string[] = [];
        let cursor: string | null | undefined;
        do {
          const page = await list(project, { limit, cursor });
          expect(page.runs.length).toBe(Math.min(limit, expected.length - seen.length));
          seen.push(...ids(page));
          cursor = page.nextCursor;
          await project.store(run(4_000_000 + seen.length).events);
        } while (cursor !== null);
        expect(seen).toEqual(expected);
      },
    ),
    { numRuns: 8 },
  );
});

test("filters by pipeline and status together, over pages", async () => {
  const project = await storedProject(db, NOW);
  const runs = Array.from({ length: 12 }, (_, i) =>
    run(i * 1000, { pipeline: i % 2 ? "a" : "b", status: i % 3 ? "succeeded" : "failed" }),
  );
  await project.store(runs.flatMap(({ events }) => events));
  const wanted = runs
    .filter((_, i) => i % 2 === 1 && i % 3 === 0)
    .map(({ runId }) => runId)
    .reverse();
  const first = await list(project, { pipeline: "a", status: "failed", limit: 1 });
  const rest = await list(project, { pipeline: "a", status: "failed", cursor: first.nextCursor });
  expect([...ids(first), ...ids(rest)]).toEqual(wanted);
  expect((await list(project, { pipeline: "none" })).runs).toEqual([]);
  expect((await list(project, { status: "cancelled" })).runs).toEqual([]);
});

test("a name too long for a key is shown and found whole", async () => {
  const project = await storedProject(db, NOW);
  const pipeline = `${"ü".repeat(400)}end`;
  await project.store([
    ...run(0, { pipeline }).events,
    ...run(1, { pipeline: `${"ü".repeat(400)}other` }).events,
  ]);
  const page = await list(project, { pipeline });
  expect(page.runs.map((one) => one.pipeline)).toEqual([pipeline]);
});

test("usual durations are those of the pipeline's successful runs, from the fifth on", async () => {
  const project = await storedProject(db, NOW);
  const good = [1000, 2000, 3000, 4000].map((durationMs, i) => run(i * 10_000, { durationMs }));
  const bad = run(60_000, { status: "failed", durationMs: 99_000 });
  const other = run(70_000, { pipeline: "other", durationMs: 77_000 });
  await project.store([...good, bad, other].flatMap(({ events }) => events));
  expect((await list(project)).runs.map(({ usualMs }) => usualMs)).toEqual(Array(6).fill(null));
  await project.store(run(80_000, { durationMs: 5000 }).events);
  const page = runPageSchema.parse(await list(project, { pipeline: "daily" }));
  expect(page.runs).toHaveLength(6);
  for (const { usualMs } of page.runs) expect(usualMs).toEqual({ p10: 1400, p50: 3000, p90: 4600 });
});

test("a silent run is lost, in the list and in its filter, unless silence proves nothing", async () => {
  const project = await storedProject(db, NOW);
  const silent = createUuidV7(NOW.getTime());
  const quiet = createUuidV7(NOW.getTime());
  const start = { type: "run.started", pipeline: "daily", startedAt: at(0) } as const;
  await project.store([
    { ...start, runId: silent, heartbeatSeconds: 15 },
    { ...start, runId: quiet },
  ]);
  const later = { ...project.ctx, now: () => new Date(NOW.getTime() + 61_000) };
  const statuses = async (ctx = later, since = LONG_AGO) =>
    Object.fromEntries((await list(project, {}, ctx, since)).runs.map(({ id, status }) => [id, status]));
  expect(await statuses()).toEqual({ [silent]: "lost", [quiet]: "running" });
  expect(ids(await list(project, { status: "lost" }, later))).toEqual([silent]);
  expect(ids(await list(project, { status: "running" }, later))).toEqual([quiet]);
  expect((await statuses(project.ctx))[silent]).toBe("running");
  const justBack = new Date(NOW.getTime());
  expect((await statuses(later, justBack))[silent]).toBe("running");
  expect(ids(await list(project, { status: "lost" }, later, justBack))).toEqual([]);
  expect(ids(await list(project, { status: "running" }, later, justBack)).sort()).toEqual(
    [silent, quiet].sort(),
  );
});

/** A run seen last at NOW, and its status a while later. */
async function silentRun() {
  const project = await storedProject(db, NOW);
  const runId = createUuidV7(NOW.getTime());
  await project.store([
    { type: "run.started", runId, pipeline: "daily", startedAt: at(0), heartbeatSeconds: 15 },
  ]);
  const statusAfter = async (ms: number) => {
    const ctx = { ...project.ctx, now: () => new Date(NOW.getTime() + ms) };
    return (await list(project, { pipeline: "daily" }, ctx)).runs[0]?.status;
  };
  return { project, runId, statusAfter };
}

test("undrained batches may hold the sign of life that is missing", async () => {
  const { project, runId, statusAfter } = await silentRun();
  expect(await statusAfter(100_000)).toBe("lost");
  await project.leaveInInbox([{ type: "run.heartbeat", runId, at: at(0) }], new Date(NOW.getTime() + 15_000));
  expect(await statusAfter(100_000)).toBe("running");
});

test("a silent run is lost however much others send", async () => {
  const { project, statusAfter } = await silentRun();
  await project.leaveInInbox(run(0, { pipeline: "busy" }).events, new Date(NOW.getTime() + 99_500));
  expect(await statusAfter(100_000)).toBe("lost");
});

test("a batch that fails on its own does not keep silent runs running", async () => {
  const { project, statusAfter } = await silentRun();
  await project.leaveInInbox(run(0, { pipeline: "broken" }).events);
  expect(await statusAfter(100_000)).toBe("running");
  await withSystemClient(db, (client) =>
    client.query("update ingest_batch set attempts = 1 where project_id = $1", [project.ctx.scope.projectId]),
  );
  expect(await statusAfter(100_000)).toBe("lost");
});
