import { nameKey, withScope, withSystem } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertProject, createAlertProject } from "../testing/alert-project";
import { loadFacts } from "./load-facts";

const HOUR = 3_600_000;
const at = (hour: number) => new Date(Date.parse("2026-11-23T00:00:00Z") + hour * HOUR);

let db: TestDatabase;
let project: AlertProject;
beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  project = await createAlertProject(db);
});

async function factsOf(runId: string) {
  const ctx = project.as("owner");
  const facts = await withScope(db, ctx.scope, (tx) => loadFacts(tx, ctx, { runId, failureId: null }));
  if (!facts) throw new Error("no facts");
  return facts;
}

async function addVersion(hash: string, codeHashes: Record<string, string>, hashed = true) {
  const { projectId } = project.as("owner").scope;
  await withSystem(db, async (tx) => {
    const version = { projectId, hash, pipeline: "growth_features", config: {}, nodeCount: 1, files: [] };
    await tx.codeVersion.create({ data: { ...version, hashedAt: hashed ? at(0) : null } });
    await tx.nodeVersion.createMany({
      data: Object.entries(codeHashes).map(([node, codeHash], position) => ({
        ...{ projectId, codeVersion: hash, node, position, kind: "function", dependencies: [], tags: {} },
        ...{
          codeHash: hashed ? codeHash : null,
          hashAlgorithm: hashed ? "v1" : null,
          owner: `owner-of-${node}`,
        },
      })),
    });
  });
}

describe("facts about a failed run", () => {
  it("count failures in a row from the last good run of the same pipeline and environment", async () => {
    const good = await project.addRun({
      startedAt: at(6),
      number: 1283,
      status: "succeeded",
      environment: "prod",
    });
    const first = await project.addRun({ startedAt: at(7), number: 1284, environment: "prod" });
    await project.addRun({ startedAt: at(7.5), number: 1285, status: "succeeded", environment: "dev" });
    await project.addRun({ startedAt: at(8), number: 1286, status: "cancelled", environment: "prod" });
    const failed = await project.addRun({ startedAt: at(9), number: 1287, environment: "prod" });
    await project.addRun({ startedAt: at(10), number: 1288, status: "succeeded", environment: "prod" });
    const facts = await factsOf(failed);
    expect(facts).toMatchObject({
      pipeline: "growth_features",
      environment: "prod",
      run: { id: failed, number: 1287, startedAt: at(9) },
      streak: { count: 2, first: { id: first, number: 1284, startedAt: at(7) } },
      lastGood: { id: good, number: 1283, startedAt: at(6) },
    });
    expect(facts.organization).toBe(project.organization.slug);
    expect(facts.project).toBe(project.project.slug);
  });

  it("say of a first failure that no good run was before it", async () => {
    const id = await project.addRun({ startedAt: at(1) });
    expect(await factsOf(id)).toMatchObject({
      environment: null,
      streak: { count: 1, first: { id } },
      lastGood: null,
      code: { kind: "unknown" },
      git: null,
    });
  });

  it("name the root failure with the innermost frame of the own code, and whose it is", async () => {
    await addVersion("v1", { join_customers: "a" });
    const id = await project.addRun({ codeVersion: "v1", message: "key is sk_live_abcdefghijklmnop\nrow 7" });
    const { failure, owner } = await factsOf(id);
    expect(failure).toEqual({
      node: "join_customers",
      type: "MergeError",
      message: "key is [masked]\nrow 7",
      place: { file: "growth/customers.py", line: 61, function: "join_customers" },
    });
    expect(owner).toBe("owner-of-join_customers");
  });

  it("tell which nodes' code differs, once both versions are hashed", async () => {
    await addVersion("v1", { a: "1", b: "2", gone: "3" });
    await addVersion("v2", { a: "1", b: "9", fresh: "4" });
    await addVersion("v3", { a: "1" }, false);
    const git = { branch: "main", dirty: true, remote: null, author: "Deniz", message: "Fill\n\nmore" };
    await project.addRun({
      startedAt: at(1),
      status: "succeeded",
      codeVersion: "v1",
      git: { ...git, commit: "c1" },
    });
    const second = await project.addRun({
      startedAt: at(2),
      codeVersion: "v2",
      git: { ...git, commit: "c2" },
    });
    const third = await project.addRun({ startedAt: at(3), codeVersion: "v3" });
    const same = await project.addRun({ startedAt: at(4), codeVersion: "v1" });
    expect(await factsOf(second)).toMatchObject({
      code: { from: "v1", to: "v2", nodes: { changed: ["b"], added: ["fresh"], removed: ["gone"] } },
      git: { commit: "c2", sameCommit: false, dirty: true, author: "Deniz", subject: "Fill" },
    });
    expect((await factsOf(third)).code).toEqual({ kind: "other", from: "v1", to: "v3", nodes: null });
    expect((await factsOf(same)).code).toEqual({ kind: "same", version: "v1" });
  });

  it("count the nodes that did not run, in the order of the graph", async () => {
    await addVersion("v1", { z: "1", y: "2", x: "3" });
    const many = Array.from({ length: 30 }, (_, index) => `unknown_${index + 10}`);
    const id = await project.addRun({ codeVersion: "v1", skipped: [...many, "x", "y", "z"] });
    const { skipped } = await factsOf(id);
    expect(skipped.count).toBe(33);
    expect(skipped.names.slice(0, 4)).toEqual(["z", "y", "x", "unknown_10"]);
  });

  it("give long names in full, not by their key", async () => {
    const { projectId } = project.as("owner").scope;
    const text = "n".repeat(900);
    const { key } = nameKey(text);
    await withSystem(db, (tx) => tx.nameText.create({ data: { projectId, key, text } }));
    await addVersion("v1", { [key]: "1" });
    await addVersion("v2", { [key]: "2" });
    await project.addRun({ startedAt: at(1), status: "succeeded", codeVersion: "v1" });
    const id = await project.addRun({ startedAt: at(2), codeVersion: "v2", node: key });
    expect(await factsOf(id)).toMatchObject({
      failure: { node: text },
      code: { nodes: { changed: [text] } },
    });
  });

  it("know of no run of another project", async () => {
    const id = await project.addRun();
    const other = (await createAlertProject(db)).as("owner");
    expect(
      await withScope(db, other.scope, (tx) => loadFacts(tx, other, { runId: id, failureId: null })),
    ).toBeNull();
  });
});
