import { randomUUID } from "node:crypto";
import { withSystem } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type AlertProject, createAlertProject } from "../testing/alert-project";
import { readFacts } from "./read-facts";

let db: TestDatabase;
let project: AlertProject;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  project = await createAlertProject(db);
});

const environment = (version: string) => ({
  runtime: { name: "node", version: "20.19.0" },
  os: { name: "linux", version: "6", arch: "x64" },
  cpu: null,
  memoryBytes: null,
  host: null,
  user: null,
  container: false,
  packages: { pandas: version, same: "1" },
  lockfileDigest: null,
  variables: {},
  command: null,
});

async function give(runId: string, config: object, pandas: string): Promise<void> {
  const { projectId } = project.as("owner").scope;
  const hash = randomUUID();
  await withSystem(db, async (tx) => {
    await tx.environmentSnapshot.create({ data: { projectId, hash, value: environment(pandas) } });
    const data = { config, environmentHash: hash };
    await tx.run.update({ where: { projectId_id: { projectId, id: runId } }, data });
  });
}

test("names the configuration and the packages that differ from the last good run", async () => {
  const good = await project.addRun({ startedAt: new Date("2026-11-23T06:00:00Z"), status: "succeeded" });
  const failed = await project.addRun({ startedAt: new Date("2026-11-23T07:00:00Z") });
  await give(good, { alpha: 0.1, beta: 1 }, "2.1.0");
  await give(failed, { alpha: 0.3, beta: 1 }, "2.2.0");
  const facts = await readFacts(project.as("owner"), { runId: failed, failureId: null });
  expect(facts?.others).toEqual({
    inputs: [],
    config: [{ path: "alpha", before: "0.1", after: "0.3" }],
    environment: [{ path: "pandas", before: "2.1.0", after: "2.2.0" }],
  });
});

test("says nothing of others without a last good run, and knows no run of another project", async () => {
  const failed = await project.addRun();
  const incident = { runId: failed, failureId: null };
  expect(await readFacts(project.as("owner"), incident)).toMatchObject({ lastGood: null, others: null });
  expect(await readFacts((await createAlertProject(db)).as("owner"), incident)).toBeNull();
});
