import { createUuidV7, runWithNodesSchema } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, expect, test } from "vitest";
import { sampleRun } from "../ingest/testing/sample-run";
import { getRunWithNodes } from "./get-with-nodes";
import { getRunWithNodesInput } from "./inputs";
import { type StoredProject, storedProject } from "./testing/stored-project";

const NOW = new Date("2026-11-20T12:00:00Z");

let db: TestDatabase;
let project: StoredProject;
beforeAll(async () => {
  db = await createTestDatabase();
  project = await storedProject(db, NOW);
});

const get = (input: object) =>
  getRunWithNodes({ ctx: project.ctx, input: getRunWithNodesInput.parse(input), ingestUpSince: NOW });

test("pages of node runs put together are all of them, in order, also when names are long", async () => {
  const runId = createUuidV7(NOW.getTime());
  const names = ["b", "a", "ä", `${"x".repeat(600)}2`, `${"x".repeat(600)}1`, "c"];
  const started = { type: "node.started", runId, attempt: 0, startedAt: NOW.toISOString() } as const;
  await project.store(names.flatMap((node) => ["", "t1", "t2"].map((task) => ({ ...started, node, task }))));
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = runWithNodesSchema.parse(await get({ runId, limit: 4, cursor: cursor ?? undefined }));
    expect(page.nodeRuns.length).toBeLessThanOrEqual(4);
    seen.push(...page.nodeRuns.map(({ node, task }) => `${node}/${task}`));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(18);
  expect(new Set(seen)).toEqual(
    new Set(names.flatMap((node) => ["", "t1", "t2"].map((task) => `${node}/${task}`))),
  );
});

test("the run comes with its environment, configuration, error and what was dropped", async () => {
  const run = sampleRun(4, createUuidV7(NOW.getTime()));
  await project.store(run.events);
  expect(await get({ runId: run.runId })).toMatchObject({
    pipeline: "features",
    status: "failed",
    config: { region: "eu", depth: [1, 2.5] },
    environment: { runtime: { name: "node", version: "20.20.2" }, packages: { zod: "4.6.7" } },
    error: { message: "the run broke" },
    failure: { node: "n2", type: "MergeError" },
    tags: { team: "growth" },
    trigger: "schedule",
    dropped: {},
    nextCursor: null,
    nodes: { total: 4, failed: 1, skipped: 1, succeeded: 2, running: 0 },
  });
});
