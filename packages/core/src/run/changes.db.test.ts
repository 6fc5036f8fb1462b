import { createUuidV7 } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, it } from "vitest";
import { createAlertProject } from "../alert/testing/alert-project";
import { getRunChanges } from "./changes";

const at = (hour: number) => new Date(Date.parse("2026-11-23T00:00:00Z") + hour * 3_600_000);

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

it("compares a run that failed, and one that succeeded, with the last good one before it", async () => {
  const project = await createAlertProject(db);
  const ctx = project.as("viewer");
  const good = await project.addRun({ startedAt: at(1), number: 1, status: "succeeded", codeVersion: "v1" });
  const failed = await project.addRun({ startedAt: at(2), number: 2, codeVersion: "v1" });
  const mended = await project.addRun({ startedAt: at(3), number: 3, status: "succeeded" });
  const lastGood = { id: good, number: 1, startedAt: at(1).toISOString() };
  expect(await getRunChanges({ ctx, input: { runId: failed } })).toEqual({
    lastGood,
    streak: { count: 1, first: { id: failed, number: 2, startedAt: at(2).toISOString() } },
    code: { kind: "same", version: "v1" },
    git: null,
  });
  expect(await getRunChanges({ ctx, input: { runId: mended } })).toMatchObject({
    lastGood,
    code: { kind: "unknown" },
  });
});

it("knows no run of another project, and none whose id is no id", async () => {
  const runId = await (await createAlertProject(db)).addRun();
  const ctx = (await createAlertProject(db)).as("owner");
  for (const id of [runId, createUuidV7(), "1288", "'"])
    await expect(getRunChanges({ ctx, input: { runId: id } })).rejects.toMatchObject({ code: "not_found" });
});
