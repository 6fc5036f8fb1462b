import { createUuidV7 } from "@heddle/contract";
import type { OperatorContext } from "@heddle/core";
import { ensurePartitions, withSystemClient } from "@heddle/db";
import { createTestDatabase, createTestProject, type TestProject } from "@heddle/db/testing";
import { beforeEach, expect, test } from "vitest";
import { parseProject } from "../input/place";
import { findDue } from "./find-due";
import { runRetention } from "./run-retention";

const DAY_MS = 24 * 60 * 60 * 1000;
const db = await createTestDatabase();
const ctx: OperatorContext = { db, now: () => new Date(), actor: { type: "system", job: "heddle-admin" } };
const query = (sql: string, values: unknown[] = []) =>
  withSystemClient(db, async (client) => (await client.query(sql, values)).rows);

let kept: TestProject;
let limited: TestProject;
let gone: TestProject;
beforeEach(async () => {
  await query("delete from run");
  await query("delete from project");
  [kept, limited, gone] = [
    await createTestProject(db),
    await createTestProject(db),
    await createTestProject(db),
  ];
  for (const project of [kept, limited, gone]) await addRuns(project, 700, 20);
  await addRuns(limited, 3, 5);
  await set(limited, "retention_days", 10);
  await set(gone, "deleted_at", new Date(Date.now() - 8 * DAY_MS));
});

async function addRuns({ scope }: TestProject, count: number, days: number, status = "succeeded") {
  const ids = Array.from({ length: count }, (_, at) => createUuidV7(Date.now() - days * DAY_MS - at));
  await query(
    `insert into run (project_id, id, status, started_at, last_seen_at)
     select $1, id, $3, now(), now() from unnest($2::uuid[]) id`,
    [scope.projectId, ids, status],
  );
}

const set = ({ scope }: TestProject, column: "retention_days" | "deleted_at", value: unknown) =>
  query(`update project set ${column} = $2 where id = $1`, [scope.projectId, value]);

const runsOf = async ({ scope }: TestProject) =>
  Number((await query("select count(*) as n from run where project_id = $1", [scope.projectId]))[0]?.n);

const placeOf = ({ organization, project }: TestProject) => `${organization.slug}/${project.slug}`;

test("deletes what is due, at once, and nothing else", async () => {
  const due = await findDue(ctx, null);
  expect(due).toMatchObject({
    retained: [{ place: placeOf(limited), retentionDays: 10, runs: 700, more: false }],
    purgeable: [{ place: placeOf(gone) }],
  });
  expect([await runsOf(kept), await runsOf(limited), await runsOf(gone)]).toEqual([700, 703, 700]);
  const lines: string[] = [];
  const done = await runRetention(ctx, due, (line) => lines.push(line));
  expect(done).toMatchObject({ runs: 700, projects: 1, busy: 0 });
  expect(lines).toContain(`${placeOf(limited)}: 700 runs deleted`);
  expect([await runsOf(kept), await runsOf(limited), await runsOf(gone)]).toEqual([700, 3, 0]);
  expect(await runRetention(ctx, await findDue(ctx, null), () => {})).toMatchObject({ runs: 0, projects: 0 });
});

test("of one project only, when it is named", async () => {
  const due = await findDue(ctx, null, parseProject(placeOf(limited)));
  await runRetention(ctx, due, () => {});
  expect([await runsOf(limited), await runsOf(gone)]).toEqual([3, 700]);
});

test("does not count runs that still speak, and leaves those that somebody writes to", async () => {
  await addRuns(limited, 4, 20, "running");
  const due = await findDue(ctx, null);
  expect(due.retained).toMatchObject([{ runs: 700 }]);
  const [locked] = await query(
    "select id from run where project_id = $1 and status <> 'running' order by id",
    [limited.scope.projectId],
  );
  await withSystemClient(db, async (client) => {
    await client.query("select from run where id = $1 for update", [locked?.id]);
    expect(await runRetention(ctx, due, () => {})).toMatchObject({ runs: 699, busy: 1 });
  });
  expect(await runRetention(ctx, due, () => {})).toMatchObject({ runs: 1, busy: 0 });
  expect(await runsOf(limited)).toBe(7);
});

test("months that are older than the instance keeps are dropped, but not for one project only", async () => {
  const old = new Date(Date.now() - 400 * DAY_MS);
  await withSystemClient(db, (client) => ensurePartitions(client, old));
  await addRuns(kept, 3, 400);
  const month = old.toISOString().slice(0, 7);
  const leaves = () =>
    query("select relname from pg_class where relname like '%\\_' || $1", [month.replace("-", "_")]);
  expect(await findDue(ctx, null)).toMatchObject({ months: [] });
  expect(await findDue(ctx, 365, parseProject(placeOf(kept)))).toMatchObject({
    months: [],
    retained: [{ retentionDays: 365, runs: 3 }],
  });
  const due = await findDue(ctx, 365);
  expect(due.months).toContain(`${month}-01`);
  expect(due.retained).toContainEqual(
    expect.objectContaining({ place: placeOf(limited), retentionDays: 10 }),
  );
  expect(await leaves()).not.toEqual([]);
  expect(await runRetention(ctx, due, () => {})).toMatchObject({ months: due.months.length, busy: 0 });
  expect(await leaves()).toEqual([]);
  expect([await runsOf(kept), await runsOf(limited)]).toEqual([700, 3]);
  expect(await findDue(ctx, 365)).toMatchObject({ months: [] });
});

test("a month that somebody reads is left to the workers, and its runs are deleted all the same", async () => {
  const old = new Date(Date.now() - 400 * DAY_MS);
  await withSystemClient(db, (client) => ensurePartitions(client, old));
  await addRuns(kept, 3, 400);
  const due = await findDue(ctx, 365);
  const lines: string[] = [];
  await withSystemClient(db, async (reader) => {
    await reader.query("select count(*) from column_stat");
    expect(await runRetention(ctx, due, (line) => lines.push(line))).toMatchObject({ months: 0, busy: 0 });
  });
  expect(lines).toContain(`Somebody reads ${due.months.join(", ")}: the workers drop that later.`);
  expect(await runsOf(kept)).toBe(700);
  expect((await runRetention(ctx, due, () => {})).months).toBe(due.months.length);
});
