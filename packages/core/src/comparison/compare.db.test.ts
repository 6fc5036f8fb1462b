import { type Attribute, createUuidV7, type JsonValue, PROFILE_TYPE } from "@heddle/contract";
import { withSystemClient } from "@heddle/db";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { defineVersion } from "../run/testing/define-version";
import { type Sent, type StoredProject, storedProject } from "../run/testing/stored-project";
import { chooseRuns } from "./choose-runs";
import { compareColumns } from "./compare-columns";
import { compareGraph } from "./compare-graph";
import { compareColumnsInput, comparePageInput } from "./compare-inputs";
import { compareNodes } from "./compare-nodes";
import { compareSummary } from "./compare-summary";
import { suggestRuns } from "./suggest-runs";

const NOW = new Date("2026-11-20T12:00:00Z");
const GRAPH = { orders: [], clean: ["orders"], join: ["clean"], report: ["join"] };

let db: TestDatabase;
let project: StoredProject;
let time = NOW.getTime() - 3_600_000;
beforeAll(async () => {
  db = await createTestDatabase();
  project = await storedProject(db, NOW);
});

interface Told {
  pipeline?: string;
  config?: Record<string, JsonValue>;
  graph?: Record<string, string[]>;
  /** Values of orders.amount that are missing, of 1,000. */
  missing?: number;
  failing?: string;
  packages?: Record<string, string>;
}

/** Stores a run of four nodes in a chain; what comes after a failing node is skipped. */
async function run(told: Told = {}, into = project): Promise<{ id: string; version: string }> {
  const id = createUuidV7(time);
  time += 60_000;
  const at = (ms: number) => new Date(time + ms).toISOString();
  const { hash, event } = defineVersion(id, told.graph ?? GRAPH, ["orders"]);
  const names = Object.keys(told.graph ?? GRAPH);
  const stop = told.failing ? names.indexOf(told.failing) : names.length;
  const error = {
    type: "MergeError",
    message: "password=hunter2 is not unique",
    stack: "",
    frames: [],
    causes: [],
  };
  const events: Sent[] = [
    {
      ...{
        type: "run.started",
        runId: id,
        pipeline: told.pipeline ?? "p",
        startedAt: at(0),
        codeVersion: hash,
      },
      ...{ config: told.config ?? {}, plannedNodes: names, environment: environment(told.packages ?? {}) },
    },
    event,
    ...names.map(
      (node, index): Sent => ({
        ...{ type: "node.finished", runId: id, node, task: "", attempt: 0 },
        ...(index < stop
          ? { status: "succeeded" }
          : index === stop
            ? { status: "failed", error }
            : { status: "skipped" }),
        ...{ startedAt: at(index * 10), finishedAt: at(index * 10 + 5) },
        ...(index < stop ? { attributes: [profile(told.missing ?? 0)] } : {}),
      }),
    ),
    { type: "run.finished", runId: id, status: told.failing ? "failed" : "succeeded", finishedAt: at(50) },
  ];
  await into.store(events);
  return { id, version: hash };
}

function environment(packages: Record<string, string>) {
  return {
    ...{
      runtime: { name: "node", version: "22" },
      os: { name: "linux", version: "6", arch: "x64" },
      cpu: null,
    },
    ...{ memoryBytes: null, hostname: null, user: null, container: null, ci: null, command: null },
    ...{ packages, lockfileDigest: null, variables: {} },
  };
}

function profile(missing: number): Attribute {
  const numeric = {
    ...{ nan: 0, infinite: 0, zeros: 0, negative: 0, min: 0, max: 2, mean: 1, std: 1 },
    ...{ quantiles: { p: [], values: [] }, histogram: { low: 0, high: 2, counts: [500, 500 - missing] } },
  };
  const column = { name: "amount", kind: "numeric", dataType: "number", count: 1000, missing };
  const columns = [{ ...column, distinct: { count: 900, exact: true }, numeric }];
  const value = { shape: "table", dataType: "Table", rows: 1000, columnCount: 1, columns, sampledRows: null };
  return {
    name: "result",
    role: "result",
    type: PROFILE_TYPE,
    schemaVersion: 1,
    value: JSON.parse(JSON.stringify(value)),
  };
}

/** Hashes of a version's nodes, as the worker writes them once the sources are there. */
async function hash(version: string, own: Record<string, string>) {
  await withSystemClient(db, async (client) => {
    await client.query(
      `update node_version set code_hash = case when kind = 'input' then null else coalesce(($2::jsonb) ->> node, node) end,
         closure_hash = coalesce(($2::jsonb) ->> node, node), hash_algorithm = 'slice-1' where code_version = $1`,
      [version, JSON.stringify(own)],
    );
    await client.query("update code_version set hashed_at = now() where hash = $1", [version]);
  });
}

const common = () => ({ ctx: project.ctx, ingestUpSince: new Date(0) });
const summary = (a: string, b: string) => compareSummary({ ...common(), input: { a, b } });

describe("two runs of a pipeline", () => {
  it("name the code upstream of the failure before the input that moved", async () => {
    const a = await run({ config: { limit: 3, apiKey: "one" }, packages: { zod: "4" } });
    const graph = { ...GRAPH, extra: ["report"] };
    const b = await run({
      graph,
      failing: "join",
      missing: 300,
      config: { limit: 3, apiKey: "two" },
      packages: { zod: "4" },
    });
    await hash(a.version, {});
    await hash(b.version, { clean: "edited" });
    const told = await summary(a.id, b.id);
    expect(
      told.causes.map(({ kind, node, input, explains, hops }) => [kind, node ?? input, explains, hops]),
    ).toEqual([
      ["code", "clean", "failure", 1],
      ["input", "orders", "failure", 2],
      ["config", null, "failure", null],
      ["code", "extra", "nothing", null],
    ]);
    expect(told.failures).toEqual([
      { node: "join", type: "MergeError", message: "password=[masked] is not unique", side: "b" },
    ]);
    expect(told.config.changes).toEqual([{ path: "apiKey", before: "[masked]", after: "[masked]" }]);
    expect(told.environment?.packages).toEqual({ changes: [], same: 1 });
    expect(told.functions).toEqual({ total: 4, same: 2, unknown: 0 });
    expect(told.graph).toEqual({
      before: { nodes: 4, edges: 3 },
      after: { nodes: 5, edges: 4 },
      same: false,
    });
    expect(told.equal).toBe(false);

    const nodes = await compareNodes({
      ...common(),
      input: comparePageInput.parse({ a: a.id, b: b.id, limit: 2 }),
    });
    expect(nodes.nodes.map(({ name, before, after }) => [name, before?.status, after?.status])).toEqual([
      ["join", "succeeded", "failed"],
      ["extra", undefined, "skipped"],
    ]);
    const next = comparePageInput.parse({ a: a.id, b: b.id, limit: 2, cursor: nodes.nextCursor });
    const rest = await compareNodes({ ...common(), input: next });
    expect(rest).toMatchObject({
      nodes: [{ name: "clean" }, { name: "report" }],
      nextCursor: null,
    });

    const input = compareColumnsInput.parse({ a: a.id, b: b.id });
    const { columns } = await compareColumns({ ...common(), input });
    expect(columns.map(({ node, drift, because }) => [node, drift.level, because])).toEqual([
      ["clean", "strong", { kind: "code", node: "clean", hops: 0 }],
      ["orders", "strong", { kind: "input", node: "orders", hops: 0 }],
    ]);
    expect(columns[0]?.profiles.after?.numeric?.histogram?.counts).toEqual([500, 200]);
    const graphs = await compareGraph({ ...common(), input: { a: a.id, b: b.id } });
    expect(graphs.nodes.map(({ name, difference }) => `${name} ${difference}`)).toContain("clean changed");
  });

  it("are equal when nothing that was recorded differs", async () => {
    const [a, b] = [await run(), await run()];
    await hash(a.version, {});
    expect(await summary(a.id, b.id)).toMatchObject({
      equal: true,
      causes: [],
      columns: { total: 4, same: 4 },
    });
    expect((await summary(a.id, a.id)).equal).toBe(true);
  });

  it("of two pipelines are compared by the names of their nodes", async () => {
    const [a, b] = [await run(), await run({ pipeline: "q", failing: "report" })];
    expect((await summary(a.id, b.id)).failures).toMatchObject([{ node: "report" }]);
  });
});

describe("which runs", () => {
  it("are compared by default: the newest failure with its last good run", async () => {
    const into = await storedProject(db, NOW);
    const choose = (input: { a?: string; b?: string }) => chooseRuns({ ctx: into.ctx, input });
    expect(await choose({})).toEqual({ a: null, b: null });
    const only = await run({}, into);
    expect(await choose({ b: only.id })).toEqual({ a: null, b: only.id });
    const bad = await run({ failing: "clean" }, into);
    const last = await run({}, into);
    expect(await choose({})).toEqual({ a: only.id, b: bad.id });
    expect(await choose({ a: only.id })).toEqual({ a: only.id, b: last.id });
    expect(await choose({ a: last.id })).toEqual({ a: only.id, b: last.id });
    const suggested = await suggestRuns({ ctx: into.ctx, input: { runId: last.id } });
    expect(suggested.map(({ why, id }) => [why, id])).toEqual([
      ["lastGood", only.id],
      ["previous", bad.id],
    ]);
  });

  it("says which of them is not in the project", async () => {
    const here = await run();
    const there = await run({}, await storedProject(db, NOW));
    const gone = (path: string) => ({ code: "not_found", path });
    for (const missing of [there.id, createUuidV7(), "no-id"]) {
      await expect(summary(missing, here.id)).rejects.toMatchObject(gone("/a"));
      await expect(summary(here.id, missing)).rejects.toMatchObject(gone("/b"));
      await expect(chooseRuns({ ctx: project.ctx, input: { a: here.id, b: missing } })).rejects.toMatchObject(
        gone("/b"),
      );
      await expect(suggestRuns({ ctx: project.ctx, input: { runId: missing } })).rejects.toMatchObject(
        gone("/run"),
      );
    }
  });

  it("refuses cursors that it did not give out", async () => {
    const { id } = await run();
    const cursor = Buffer.from('["-1"]').toString("base64url");
    const input = comparePageInput.parse({ a: id, b: id, cursor });
    await expect(compareNodes({ ...common(), input })).rejects.toMatchObject({
      code: "invalid",
      path: "/cursor",
    });
  });
});
