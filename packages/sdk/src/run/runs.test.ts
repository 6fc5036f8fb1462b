import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configure, dataflow, flush, node, shutdown, trackRun } from "..";
import { RecordingServer } from "../testing/recording-server";

let server: RecordingServer;

beforeEach(async () => {
  server = await RecordingServer.start();
  configure({
    url: server.url,
    apiKey: "hdl_test",
    variables: ["HEDDLE_TEST_REGION", "HEDDLE_TEST_PASSWORD"],
  });
});

afterEach(async () => {
  await shutdown(1000);
  await server.close();
  expect(server.problems).toEqual([]);
});

const growth = dataflow("growth", {
  /** What one signup cost. */
  cost: node(
    ({ spend, signups }: { spend: number[]; signups: number[] }) =>
      spend.map((one, at) => one / (signups[at] ?? 1)),
    {
      owner: "growth",
      tags: { unit: "euro" },
    },
  ),
  mean: ({ cost }: { cost: number[] }) => cost.reduce((sum, one) => sum + one, 0) / cost.length,
  unused: ({ cost }: { cost: number[] }) => cost,
});
const inputs = { spend: [10, 30], signups: [1, 2] };
const finished = () => server.of("node.finished");

describe("a run of a dataflow", () => {
  it("tells what it is, on what it runs, and what came out", async () => {
    process.env.HEDDLE_TEST_REGION = "eu";
    process.env.HEDDLE_TEST_PASSWORD = "hunter2";
    await growth.run({
      inputs,
      outputs: ["mean"],
      tags: { env: "test" },
      config: { window: 3, apiKey: "hunter2" },
    });
    expect(await flush()).toBe(true);
    const [started] = server.of("run.started");
    expect(started).toMatchObject({
      pipeline: "growth",
      tags: { env: "test" },
      config: { window: 3, apiKey: "[masked]" },
      heartbeatSeconds: 15,
      plannedNodes: ["spend", "signups", "cost", "mean"],
      git: { branch: expect.anything(), commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
      environment: {
        runtime: { name: "node", version: process.versions.node },
        packages: { "@heddle/stats": "0.1.0" },
        lockfileDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        variables: { HEDDLE_TEST_REGION: "eu", HEDDLE_TEST_PASSWORD: "[masked]" },
      },
    });
    expect(server.of("run.finished")).toMatchObject([{ status: "succeeded" }]);
    expect(finished().map((event) => [event.node, event.status])).toEqual([
      ["spend", "succeeded"],
      ["signups", "succeeded"],
      ["cost", "succeeded"],
      ["mean", "succeeded"],
    ]);
    expect(finished()[2]?.attributes).toMatchObject([
      {
        type: "heddle.profile",
        schemaVersion: 1,
        value: { shape: "array", rows: 2, columns: [{ numeric: { max: 15 } }] },
      },
    ]);
    expect(finished()[3]?.attributes?.[1]).toMatchObject({
      type: "heddle.scalar",
      role: "result",
      value: 12.5,
    });
    expect(JSON.stringify(server.events)).not.toContain("hunter2");
  });

  it("takes any value for a tag, as text", async () => {
    const tags = {
      plain: "x",
      count: 3,
      team: { name: "growth", token: "hunter2" },
      odd: Object.create(null),
    };
    // @ts-expect-error what JavaScript may pass
    await growth.run({ inputs, tags });
    await flush();
    const text = { plain: "x", count: "3", team: '{"name":"growth","token":"[masked]"}', odd: "{}" };
    expect(server.of("run.started")).toMatchObject([{ tags: text }]);
  });

  it("sends its code once, with the place and the words of each node", async () => {
    await growth.run({ inputs, outputs: ["mean"] });
    await flush();
    await growth.run({ inputs, outputs: ["mean"] });
    await flush();
    const [version, ...more] = server.of("code.version");
    expect(more).toEqual([]);
    expect(server.of("run.started").map((event) => event.codeVersion)).toEqual([
      version?.hash,
      version?.hash,
    ]);
    const cost = version?.manifest.nodes.find(({ name }) => name === "cost");
    expect(cost).toMatchObject({
      kind: "function",
      dependencies: ["spend", "signups"],
      doc: "What one signup cost.",
      owner: "growth",
      tags: { unit: "euro" },
      source: { path: "packages/sdk/src/run/runs.test.ts" },
    });
    const file = version?.manifest.files.find(({ path }) => path === cost?.source?.path);
    const lines = server.blobs.get(file?.sha256 ?? "")?.split("\n") ?? [];
    expect(lines[(cost?.source?.startLine ?? 0) - 1]).toContain("cost: node(");
    expect(version?.manifest.nodes.filter(({ kind }) => kind === "input").map(({ name }) => name)).toEqual([
      "spend",
      "signups",
    ]);
  });

  it("tells of attempts, of the failure with its stack, and of what was skipped", async () => {
    const cause = new Error("disk full");
    const failure = new TypeError("no join on postgres://u:hunter2@db/x", { cause });
    const flow = dataflow("fails", {
      a: node(
        () => {
          throw failure;
        },
        { retry: { times: 1 } },
      ),
      b: ({ a }: { a: number }) => a,
    });
    await expect(flow.run()).rejects.toBe(failure);
    await flush();
    expect(finished().map(({ node, status, attempt }) => [node, status, attempt])).toEqual([
      ["a", "failed", 0],
      ["a", "failed", 1],
      ["b", "skipped", 0],
    ]);
    const [end] = server.of("run.finished");
    expect(end).toMatchObject({
      status: "failed",
      error: { type: "TypeError", causes: [{ message: "disk full" }] },
    });
    expect(end?.error?.frames[0]).toMatchObject({
      own: true,
      file: expect.stringMatching(/runs\.test\.ts$/),
    });
    expect(JSON.stringify(server.events)).not.toContain("hunter2");
  });

  it("records whatever is thrown or returned, and hands it on as it was", async () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error("trap");
        },
      },
    );
    const flow = dataflow("odd", { a: () => hostile, b: ({ a }: { a: object }) => [a], c: () => undefined });
    const { b } = await flow.run({ outputs: ["b", "c"] });
    expect(b[0]).toBe(hostile);
    for (const thrown of [undefined, null, "text", 5, hostile, Object.create(null)]) {
      const bad = dataflow("odd", {
        a: () => {
          throw thrown;
        },
      });
      await expect(bad.run()).rejects.toBe(thrown);
    }
    expect(await flush()).toBe(true);
    expect(server.of("run.finished")).toHaveLength(7);
  });
});

describe("trackRun", () => {
  it("learns the graph from the values that are passed", async () => {
    const count = await trackRun(
      "nightly",
      async (run) => {
        const orders = await run.node("orders", { limit: 3, token: "hunter2" }, () => [
          { id: 1 },
          { id: null },
        ]);
        const clean = await run.node("clean", { rows: orders }, ({ rows }) =>
          rows.filter((row) => row.id !== null),
        );
        const size = await run.node(
          "size",
          { clean, extra: [1, 2] },
          ({ clean, extra }) => clean.length + extra.length,
        );
        return await run.node("report", { size }, async ({ size }) => size);
      },
      { tags: { kind: "test" } },
    );
    expect(count).toBe(3);
    await flush();
    const [version] = server.of("code.version");
    expect(version?.manifest.nodes.map(({ name, kind, dependencies }) => [name, kind, dependencies])).toEqual(
      [
        ["orders", "step", []],
        ["clean", "step", ["orders"]],
        ["extra", "input", []],
        ["size", "step", ["clean", "extra"]],
        ["report", "step", ["size"]],
      ],
    );
    expect(server.of("run.finished")).toMatchObject([{ status: "succeeded", codeVersion: version?.hash }]);
    const sources = version?.manifest.nodes
      .filter(({ kind }) => kind === "step")
      .map(({ source }) => source?.path);
    expect(new Set(sources)).toEqual(new Set(["packages/sdk/src/run/runs.test.ts"]));
    const parameters = finished()[0]?.attributes?.filter(({ role }) => role === "parameter");
    expect(parameters?.map(({ name, value }) => [name, value])).toEqual([
      ["limit", 3],
      ["token", "[masked]"],
    ]);
  });

  it("records a step that is called again as a further task", async () => {
    await trackRun("loop", async (run) => {
      for (const n of [1, 2, 3]) await run.node("score", { n }, ({ n }) => n);
    });
    await flush();
    expect(finished().map(({ node, task }) => [node, task])).toEqual([
      ["score", ""],
      ["score", "2"],
      ["score", "3"],
    ]);
  });

  it("rejects with the very error of a step", async () => {
    const failure = new Error("mine");
    const run = trackRun("fails", (tracked) =>
      tracked.node("a", {}, () => {
        throw failure;
      }),
    );
    await expect(run).rejects.toBe(failure);
    await flush();
    expect(finished()).toMatchObject([{ node: "a", status: "failed", error: { message: "mine" } }]);
    expect(server.of("run.finished")).toMatchObject([{ status: "failed" }]);
  });
});
