import { createUuidV7 } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { readOverview } from "../overview/read";
import { readRunFacets } from "./facets";
import { runFilterInput } from "./filter/inputs";
import { getRun } from "./get";
import { readRunHistogram } from "./histogram";
import { listRunsInput } from "./inputs";
import { listRuns } from "./list";
import { type StoredProject, storedProject } from "./testing/stored-project";

const NOW = new Date("2026-11-20T12:00:00Z");
const LONG_AGO = new Date("2026-11-01T00:00:00Z");
const HOUR = 3_600_000;

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

const iso = (ms: number) => new Date(NOW.getTime() + ms).toISOString();

function started(pipeline: string, more: { heartbeatSeconds?: number; at?: number } = {}) {
  const { at = 0, heartbeatSeconds } = more;
  const runId = createUuidV7(NOW.getTime() + at);
  return {
    runId,
    event: { type: "run.started", runId, pipeline, startedAt: iso(at), heartbeatSeconds } as const,
  };
}

/** Five good runs of `slow` that took three hours each, and one open run of each kind, all heard of at NOW. */
async function fill(project: StoredProject) {
  for (let i = 0; i < 5; i++) {
    const { runId, event } = started("slow", { at: -24 * HOUR + i });
    await project.store([
      event,
      { type: "run.finished", runId, status: "succeeded", finishedAt: iso(-21 * HOUR + i) },
    ]);
  }
  const open = {
    beating: started("quick", { heartbeatSeconds: 15 }),
    quiet: started("quick"),
    patient: started("slow"),
    nameless: started("soon nameless"),
  };
  await project.store(Object.values(open).map(({ event }) => event));
  await withSystemClient(db, (client) =>
    client.query("update run set pipeline_id = null where id = $1", [open.nameless.runId]),
  );
  return open;
}

/** The statuses that the list shows, after checking that everything else that counts agrees with it. */
async function agreed(project: StoredProject, afterMs: number, ingestUpSince = LONG_AGO) {
  const ctx = { ...project.ctx, now: () => new Date(NOW.getTime() + afterMs) };
  const { runs } = await listRuns({ ctx, input: listRunsInput.parse({}), ingestUpSince });
  const counts: Record<string, number> = {};
  for (const { id, status } of runs) {
    counts[status] = (counts[status] ?? 0) + 1;
    expect((await getRun({ ctx, input: { runId: id }, ingestUpSince })).status).toBe(status);
  }
  for (const status of ["running", "lost", "silent", "succeeded"] as const) {
    const page = await listRuns({ ctx, input: listRunsInput.parse({ status }), ingestUpSince });
    expect(page.runs.map(({ id }) => id)).toEqual(
      runs.filter((run) => run.status === status).map(({ id }) => id),
    );
  }
  const input = runFilterInput.parse({});
  const { statuses } = await readRunFacets({ ctx, input, ingestUpSince });
  expect(Object.fromEntries(statuses.map(({ status, count }) => [status, count]))).toEqual(counts);
  const only = runFilterInput.parse({ status: ["silent", "lost"] });
  const { total } = await readRunFacets({ ctx, input: only, ingestUpSince });
  expect(total).toBe((counts.silent ?? 0) + (counts.lost ?? 0));
  const drawn: Record<string, number> = {};
  for (const bucket of (await readRunHistogram({ ctx, input, ingestUpSince })).buckets)
    for (const [status, count] of Object.entries(bucket.counts)) drawn[status] = (drawn[status] ?? 0) + count;
  expect(drawn).toEqual(counts);
  return Object.fromEntries(runs.map(({ id, status }) => [id, status]));
}

test("lists, filters, counts and single runs agree on who is lost and who is silent", async () => {
  const project = await storedProject(db, NOW);
  const { beating, quiet, patient, nameless } = await fill(project);
  const statuses = async (afterMs: number, upSince?: Date) => {
    const all = await agreed(project, afterMs, upSince);
    return [beating, quiet, patient, nameless].map(({ runId }) => all[runId]).join(" ");
  };
  expect(await statuses(60_000)).toBe("running running running running");
  expect(await statuses(60_001)).toBe("lost running running running");
  expect(await statuses(6 * HOUR)).toBe("lost running running running");
  expect(await statuses(6 * HOUR + 1)).toBe("lost silent running silent");
  expect(await statuses(9 * HOUR)).toBe("lost silent running silent");
  expect(await statuses(9 * HOUR + 1)).toBe("lost silent silent silent");
  const justBack = new Date(NOW.getTime() + 9 * HOUR - 89_000);
  expect(await statuses(9 * HOUR + 1, justBack)).toBe("running running running running");

  const before = new Date(NOW.getTime() + HOUR);
  await project.leaveInInbox([{ type: "run.heartbeat", runId: quiet.runId, at: iso(HOUR) }], before);
  expect(await statuses(9 * HOUR)).toBe("lost silent running silent".replaceAll("silent", "running"));
});

test("silent runs are neither good nor bad, and a late end replaces silence", async () => {
  const project = await storedProject(db, NOW);
  const { beating, quiet } = await fill(project);
  const ctx = { ...project.ctx, now: () => new Date(NOW.getTime() + 10 * HOUR) };
  const overview = async () => await readOverview({ ctx, input: { range: "7d" }, ingestUpSince: LONG_AGO });
  const { summary, pipelines } = await overview();
  expect(summary).toMatchObject({ runs: 9, lost: 1, success: 5 / 6, running: 0 });
  expect(pipelines.find(({ name }) => name === "slow")).toMatchObject({ trouble: null, streak: 0 });
  await project.store(
    [beating, quiet].map(({ runId }) => ({
      type: "run.finished" as const,
      runId,
      status: "succeeded" as const,
      finishedAt: iso(1000),
    })),
  );
  const after = await agreed(project, 10 * HOUR);
  expect([after[beating.runId], after[quiet.runId]]).toEqual(["succeeded", "succeeded"]);
  expect((await overview()).summary).toMatchObject({ lost: 0, success: 1 });
});
