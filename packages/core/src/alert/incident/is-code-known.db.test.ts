import { withSystem } from "@heddle/db";
import { createTestDatabase } from "@heddle/db/testing";
import { expect, it } from "vitest";
import { createAlertProject } from "../testing/alert-project";
import { isCodeKnown } from "./is-code-known";

it("knows the code of a run that has none, of a version that has its hashes, and of one that waited too long", async () => {
  const db = await createTestDatabase();
  const project = await createAlertProject(db);
  const { projectId } = project.as("owner").scope;
  const now = new Date("2026-03-01T12:00:00Z");
  const versions = [
    { hash: "hashed", createdAt: now, hashedAt: now },
    { hash: "new", createdAt: now },
    { hash: "old", createdAt: new Date(now.getTime() - 61_000) },
  ];
  await withSystem(db, (tx) =>
    tx.codeVersion.createMany({
      data: versions.map((version) => ({
        projectId,
        pipeline: "growth_features",
        config: {},
        nodeCount: 0,
        files: [],
        ...version,
      })),
    }),
  );
  const known = async (codeVersion: string | null) => {
    const runId = await project.addRun({ codeVersion });
    return await isCodeKnown({ ctx: project.as("viewer", () => now), input: { runId } });
  };
  expect(await known(null)).toBe(true);
  expect(await known("hashed")).toBe(true);
  expect(await known("new")).toBe(false);
  expect(await known("not heard of yet")).toBe(false);
  expect(await known("old")).toBe(true);
});
