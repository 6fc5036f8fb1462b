import { createUuidV7 } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "../run/cursor";
import { getVersionCode } from "./get-code";
import { getVersionDiff } from "./get-diff";
import { listVersionsInput } from "./inputs";
import { listVersions } from "./list";
import { type MadeVersion, versionedProject } from "./testing/versioned-project";

const NOW = new Date("2026-11-20T12:00:00Z");
const day = (of: number) => new Date(Date.UTC(2026, 10, of));

const FIRST: MadeVersion = {
  imports: ["import a"],
  nodes: {
    spend: { code: ["def spend():", "  return 1"] },
    mean: { reads: ["spend"], code: ["def mean(spend):", "  return spend"] },
    old: { reads: ["mean"], code: ["def old(mean):", "  return mean"] },
  },
  config: { region: "eu" },
  subject: "Begin",
};
const COSMETIC: MadeVersion = { ...FIRST, imports: ["import a", "import b"], subject: "Sort imports" };
const REAL: MadeVersion = {
  imports: COSMETIC.imports ?? [],
  nodes: {
    spend: { code: ["def spend():", "  x = 2", "  return x"] },
    mean: { reads: ["spend"], code: ["def mean(spend):", "  return spend"] },
    fresh: { reads: ["mean"], code: ["def fresh(mean):", "  return mean"] },
  },
  config: { region: "us" },
  subject: "Spend two",
};

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

/** A pipeline with three versions whose runs arrived in another order than they began in. */
async function three() {
  const project = await versionedProject(db, NOW);
  const real = await project.run(day(18), REAL, { status: "failed" });
  const first = await project.run(day(10), FIRST);
  const cosmetic = await project.run(day(14), COSMETIC);
  await project.run(day(11), FIRST);
  const list = (input: object = {}) =>
    listVersions({ ctx: project.ctx, input: listVersionsInput.parse(input) });
  return { ...project, first, cosmetic, real, list };
}

describe("listVersions", () => {
  it("orders versions by their first run, tells what each changed, and how its runs went", async () => {
    const { list, first, cosmetic, real } = await three();
    const { pipeline, versions, total, nextCursor } = await list();
    expect({ pipeline, total, nextCursor }).toEqual({ pipeline: "p", total: 3, nextCursor: null });
    expect(versions.map(({ hash, previous }) => [hash, previous])).toEqual([
      [real, cosmetic],
      [cosmetic, first],
      [first, null],
    ]);
    expect(versions).toMatchObject([
      {
        cosmetic: false,
        configChanged: true,
        changes: { changed: 1, added: 1, removed: 1, upstream: 1, unknown: 0 },
        runs: { count: 1, good: 0, failed: 1, more: false },
        git: { subject: "Spend two", author: "Mara", branch: "main", dirty: true },
      },
      { cosmetic: true, usedAt: "2026-11-14T00:00:00.000Z", changes: { changed: 0, upstream: 0 } },
      {
        ...{ cosmetic: false, changes: null, nodeCount: 3 },
        runs: {
          ...{ count: 2, good: 2 },
          first: { number: 2, startedAt: "2026-11-10T00:00:00.000Z" },
          last: { startedAt: "2026-11-11T00:00:00.000Z" },
        },
      },
    ]);
  });

  it("goes on where a page ended, and refuses a place that it did not give out", async () => {
    const { list, first, cosmetic, real } = await three();
    const one = await list({ limit: 2 });
    const two = await list({ limit: 2, cursor: one.nextCursor });
    expect([...one.versions, ...two.versions].map(({ hash }) => hash)).toEqual([real, cosmetic, first]);
    expect(one.total).toBe(3);
    expect(two.nextCursor).toBeNull();
    for (const moment of ["x", "2026-02-31T00:00:00.000Z", "0000-01-01T00:00:00.000Z"]) {
      const cursor = encodeCursor([moment, "y"]);
      await expect(list({ cursor })).rejects.toMatchObject({ code: "invalid", path: "/cursor" });
    }
  });

  it("takes the pipeline that ran last, or that of a version", async () => {
    const { list, run, first } = await three();
    await run(day(19), { ...FIRST, pipeline: "other" });
    expect((await list()).pipeline).toBe("other");
    expect((await list({ version: first })).pipeline).toBe("p");
    expect(await list({ pipeline: "nobody's" })).toMatchObject({ versions: [], total: 0 });
    const empty = await versionedProject(db, NOW);
    const nothing = await listVersions({ ctx: empty.ctx, input: listVersionsInput.parse({}) });
    expect(nothing).toEqual({ pipeline: null, versions: [], total: 0, nextCursor: null });
    expect(await getVersionDiff({ ctx: empty.ctx, input: {} })).toBeNull();
  });

  it("does not claim to know what changed while sources are missing", async () => {
    const { list, run } = await three();
    const hash = await run(day(20), { ...FIRST, imports: ["import c"] }, { sources: false });
    const [newest] = (await list()).versions;
    expect(newest).toMatchObject({ hash, changes: null, cosmetic: false });
  });
});

describe("getVersionDiff", () => {
  it("compares the newest version with the one before it", async () => {
    const { ctx, cosmetic, real } = await three();
    const diff = await getVersionDiff({ ctx, input: {} });
    expect(diff).toMatchObject({
      ...{ pipeline: "p", moreFiles: 0 },
      from: { hash: cosmetic, state: "hashed", summary: { hash: cosmetic } },
      to: { hash: real, state: "hashed" },
      config: [{ key: "region", before: '"eu"', after: '"us"' }],
      functions: [
        { name: "spend", difference: "changed", added: 2, removed: 1 },
        { name: "fresh", difference: "added", added: 2, removed: 0 },
        { name: "old", difference: "removed", added: 0, removed: 2 },
      ],
      files: [],
    });
    expect(diff?.nodes.map(({ name, difference }) => [name, difference])).toEqual([
      ["spend", "changed"],
      ["mean", "upstream"],
      ["fresh", "added"],
      ["old", "removed"],
    ]);
  });

  it("hides no line that belongs to no node", async () => {
    const { ctx, first, cosmetic } = await three();
    expect(await getVersionDiff({ ctx, input: { from: first, to: cosmetic } })).toMatchObject({
      functions: [],
      files: [{ path: "spend.py", outside: true, added: 1, removed: 0 }],
    });
  });

  it("takes any two versions, the first alone, one twice, and one whose definition has not arrived", async () => {
    const { ctx, store, first, real } = await three();
    const back = await getVersionDiff({ ctx, input: { from: real, to: first } });
    expect(back?.functions.map(({ name, difference }) => `${difference} ${name}`)).toEqual([
      "changed spend",
      "added old",
      "removed fresh",
    ]);
    expect(await getVersionDiff({ ctx, input: { to: first } })).toMatchObject({ from: null, functions: [] });
    const twice = await getVersionDiff({ ctx, input: { from: real, to: real } });
    expect(twice?.nodes.every(({ difference }) => difference === "same")).toBe(true);
    const runId = createUuidV7(NOW.getTime());
    const started = { runId, pipeline: "p", codeVersion: "ab".repeat(32), startedAt: NOW.toISOString() };
    await store([{ type: "run.started", ...started }]);
    const missing = await getVersionDiff({ ctx, input: { from: real, to: started.codeVersion } });
    expect(missing).toMatchObject({ to: { state: "missing", summary: null }, functions: [] });
    expect(missing?.nodes.every(({ difference }) => difference === "unknown")).toBe(true);
  });

  it("does not know versions of another project, nor their code", async () => {
    const { ctx, first, real } = await three();
    const other = await versionedProject(db, NOW);
    const own = await other.run(day(9), { ...REAL, subject: "Own" });
    const gone = (path: string) => ({ code: "not_found", path });
    const foreign = { ...ctx, scope: other.ctx.scope };
    await expect(getVersionDiff({ ctx: foreign, input: { from: first, to: own } })).rejects.toMatchObject(
      gone("/from"),
    );
    await expect(getVersionDiff({ ctx: foreign, input: { to: first } })).rejects.toMatchObject(gone("/to"));
    await expect(
      getVersionCode({ ctx: foreign, input: { from: first, to: own, of: { node: "spend" } } }),
    ).rejects.toMatchObject(gone("/from"));
    expect(own).toBe(real);
    const list = await listVersions({ ctx: foreign, input: listVersionsInput.parse({ version: first }) });
    expect(list.versions.map(({ hash, runs }) => [hash, runs.count])).toEqual([[own, 1]]);
  });
});

describe("getVersionCode", () => {
  it("gives a node's code, or a whole file, of both versions", async () => {
    const { ctx, cosmetic, real } = await three();
    const read = (of: { node: string } | { file: string }) =>
      getVersionCode({ ctx, input: { from: cosmetic, to: real, of } });
    expect(await read({ node: "spend" })).toMatchObject({
      before: { path: "spend.py", startLine: 3, code: "def spend():\n  return 1", language: "python" },
      after: { startLine: 3, code: "def spend():\n  x = 2\n  return x" },
      presence: { before: "here", after: "here" },
    });
    expect(await read({ node: "fresh" })).toMatchObject({ before: null, presence: { before: "none" } });
    expect((await read({ file: "spend.py" })).after?.code.split("\n")).toHaveLength(9);
    await expect(read({ node: "nobody" })).rejects.toMatchObject({ code: "not_found", path: "/of/node" });
    await expect(read({ file: "nowhere.py" })).rejects.toMatchObject({ code: "not_found", path: "/of/file" });
  });

  it("says so when the source has not arrived", async () => {
    const { ctx, run, real } = await three();
    const late = await run(day(20), { ...FIRST, imports: ["import z"] }, { sources: false });
    expect(
      await getVersionCode({ ctx, input: { from: real, to: late, of: { node: "spend" } } }),
    ).toMatchObject({ after: null, presence: { before: "here", after: "unread" } });
    expect(await getVersionDiff({ ctx, input: { from: real, to: late } })).toMatchObject({
      to: { state: "unhashed" },
      functions: [
        { name: "old", difference: "added", added: null },
        { name: "fresh", difference: "removed", added: 0, removed: 2 },
      ],
    });
  });
});
