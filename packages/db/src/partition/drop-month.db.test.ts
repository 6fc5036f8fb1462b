import { beforeAll, expect, test } from "vitest";
import { withScopeClient, withSystemClient } from "../scope/client-transaction";
import { createTestDatabase, createTestProject, type TestDatabase } from "../testing";
import { dropMonth, findMonthsBefore } from "./drop-month";
import { ensurePartitions } from "./ensure-partitions";

const NOW = new Date("2031-09-20T00:00:00Z");

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  for (const month of ["2031-03-01", "2031-09-01"]) {
    await withSystemClient(db, (client) => ensurePartitions(client, new Date(`${month}T00:00:00Z`)));
  }
});

const months = async (before: string) => {
  const found = await findMonthsBefore(db, new Date(before), NOW);
  return found.filter(({ first }) => first >= "2031").map(({ first }) => first);
};

function idAt(instant: string): string {
  const hex = Date.parse(instant).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

async function addRun(projectId: string, instant: string): Promise<void> {
  const values = [projectId, idAt(instant)];
  await withSystemClient(db, async (client) => {
    await client.query(
      "INSERT INTO run (project_id, id, started_at, last_seen_at) VALUES ($1, $2, now(), now())",
      values,
    );
    await client.query(
      "INSERT INTO node_run (project_id, run_id, node, task, attempt, status) VALUES ($1, $2, 'n', '', 0, 'running')",
      values,
    );
  });
}

const idsOf = async (column: string, table: string) =>
  (
    await withSystemClient(db, (client) => client.query(`SELECT ${column} AS id FROM ${table} ORDER BY 1`))
  ).rows.map(({ id }) => id);

test("finds months that ended, but none that would be made again", async () => {
  expect(await months("2031-02-28T23:59:59Z")).toEqual(["2031-01-01"]);
  expect(await months("2031-03-01T00:00:00Z")).toEqual(["2031-01-01", "2031-02-01"]);
  const all = await months("2031-09-19T00:00:00Z");
  expect([all.at(-1), all.length]).toEqual(["2031-05-01", 5]);
  const [first] = await findMonthsBefore(db, new Date("2031-03-01T00:00:00Z"), NOW);
  expect(first?.ends.getTime()).toBeGreaterThan(first?.begins.getTime() ?? Number.NaN);
});

test("drops a month's details, and its runs once they are gone", async () => {
  const { scope } = await createTestProject(db);
  const [old, kept] = ["2031-01-31T23:59:59.999Z", "2031-02-01T00:00:00Z"];
  for (const instant of [old, kept]) await addRun(scope.projectId, instant);
  const [january] = (await findMonthsBefore(db, new Date("2031-02-01T00:00:00Z"), NOW)).filter(
    ({ first }) => first === "2031-01-01",
  );
  if (!january) throw new Error("There is no such month.");
  expect(await dropMonth(db, january)).toBe(false);
  expect(await idsOf("run_id", "node_run")).toEqual([idAt(kept)]);
  expect(await idsOf("id", "run")).toEqual([idAt(old), idAt(kept)]);
  await withSystemClient(db, (client) => client.query("DELETE FROM run WHERE id = $1", [idAt(old)]));
  expect(await dropMonth(db, january)).toBe(true);
  expect(await dropMonth(db, january)).toBe(true);
  expect(await months("2031-02-01T00:00:00Z")).toEqual([]);
  await addRun(scope.projectId, old);
  expect(await idsOf("run_id", "node_run")).toEqual([idAt(old), idAt(kept)]);
});

test("gives way to somebody who reads for long, and succeeds later", async () => {
  const [february] = (await findMonthsBefore(db, new Date("2031-03-01T00:00:00Z"), NOW)).filter(
    ({ first }) => first === "2031-02-01",
  );
  if (!february) throw new Error("There is no such month.");
  await withSystemClient(db, async (reader) => {
    await reader.query("SELECT count(*) FROM node_run");
    await expect(dropMonth(db, february)).rejects.toMatchObject({ code: "55P03" });
    expect((await reader.query("SELECT FROM node_run")).rowCount).toBe(2);
  });
  expect(await dropMonth(db, february)).toBe(false);
});

test("nobody but the system may, and nothing else", async () => {
  const { scope } = await createTestProject(db);
  const drop = "SELECT public.drop_partition($1, '2031-03-01')";
  await expect(withScopeClient(db, scope, (client) => client.query(drop, ["run"]))).rejects.toThrow(
    /permission denied/,
  );
  await expect(withSystemClient(db, (client) => client.query(drop, ["project"]))).rejects.toThrow(
    /not partitioned/,
  );
});
