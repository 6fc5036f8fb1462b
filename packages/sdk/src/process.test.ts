import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Behaviour, RecordingServer } from "./testing/recording-server";
import { compiled, runScript } from "./testing/run-script";
import { temporaryFolder } from "./testing/temporary-folder";

const PIPELINE = `
import { configure, dataflow } from SDK;
let drops = 0;
configure({ onDrop: (count, reason) => { drops += count; } });
const flow = dataflow("exits", {
  doubled: ({ n }) => n * 2,
  slow: async ({ doubled }) => doubled + 1,
});
const { slow } = await flow.run({ inputs: { n: 20 }, outputs: ["slow"] });
process.on("exit", () => console.log(JSON.stringify({ slow, dropped: drops > 0 })));
`;

const FAILING = PIPELINE.replace("doubled + 1", "{ throw new RangeError(String(doubled)); }");

let sdk: string;

beforeAll(async () => {
  sdk = await compiled("index.ts");
});

/** Runs a pipeline as a process of its own, with a server of its own that behaves in the given way. */
async function runPipeline(behaviour: Behaviour, variables: Record<string, string> = {}, text = PIPELINE) {
  const server = await RecordingServer.start();
  server.behave = () => behaviour;
  const folder = await temporaryFolder({ "pipeline.mjs": text.replace("SDK", JSON.stringify(sdk)) });
  const credentials = { HEDDLE_URL: server.url, HEDDLE_API_KEY: "hdl_test" };
  const ended = await runScript(path.join(folder, "pipeline.mjs"), { ...credentials, ...variables });
  await server.close();
  expect(server.problems).toEqual([]);
  return { ...ended, server };
}

describe.concurrent("a process", { timeout: 120_000 }, () => {
  it("delivers everything before it ends by itself", async () => {
    const { code, stdout, stderr, server } = await runPipeline("normal");
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({ slow: 41, dropped: false });
    expect(server.of("run.started")).toHaveLength(1);
    expect(server.of("run.finished")).toMatchObject([{ status: "succeeded" }]);
    expect(server.of("node.finished").map((event) => event.node)).toEqual(["n", "doubled", "slow"]);
    expect(server.of("code.version")).toHaveLength(1);
    expect([...server.blobs.values()].join()).toContain("doubled: ({ n }) => n * 2");
  });

  it("runs untracked, with one line that says how to change that", async () => {
    const text = `${PIPELINE}\nawait flow.run({ inputs: { n: 1 } });`;
    const { code, stdout, stderr, server } = await runPipeline("normal", { HEDDLE_API_KEY: "" }, text);
    expect([code, JSON.parse(stdout).slow]).toEqual([0, 41]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("HEDDLE_API_KEY is not set");
    expect(server.requests).toEqual([]);
  });

  it.each<[string, Behaviour]>([
    ["answers with errors", { status: 500 }],
    ["never answers", "hang"],
    ["hangs up", "reset"],
    ["answers with pages", { status: 200, body: "<html>" }],
    ["asks to wait an hour", { status: 429, headers: { "retry-after": "3600" } }],
    ["refuses the key", { status: 401 }],
  ])("gives the same result when the server %s", async (_, behaviour) => {
    const { code, stdout, stderr, server } = await runPipeline(behaviour);
    expect([code, JSON.parse(stdout)]).toEqual([0, { slow: 41, dropped: true }]);
    expect(stderr).toMatch(/^heddle: the server .*\n$/);
    expect(server.accepted).toEqual([]);
  });

  it.each([
    ["nobody listens", "http://127.0.0.1:9"],
    ["the name is unknown", "http://heddle.invalid:8241"],
  ])("gives the same result when %s", async (_, url) => {
    const { code, stdout } = await runPipeline("normal", { HEDDLE_URL: url });
    expect([code, JSON.parse(stdout)]).toEqual([0, { slow: 41, dropped: true }]);
  });

  it("has delivered a failed run before the error ends it", async () => {
    const { code, stderr, server } = await runPipeline("normal", {}, FAILING);
    expect(code).toBe(1);
    expect(stderr).toContain("RangeError: 40");
    expect(server.of("run.finished")).toMatchObject([{ status: "failed", error: { message: "40" } }]);
    expect(server.of("code.version")).toHaveLength(1);
    expect([...server.blobs.values()].join()).toContain("throw new RangeError");
  });

  it("has delivered a failed run when the program catches the error and exits", async () => {
    const text = `${FAILING.replace("const { slow } = await", "await")}`.replace(
      /(await flow\.run\(.*\));/,
      "$1.catch(() => process.exit(3));",
    );
    const { code, server } = await runPipeline("normal", {}, text);
    expect(code).toBe(3);
    expect(server.of("run.finished")).toMatchObject([{ status: "failed" }]);
  });

  it.each<[string, Behaviour]>([
    ["answers with errors", { status: 500 }],
    ["never answers", "hang"],
  ])("fails with the pipeline's own error when the server %s", async (_, behaviour) => {
    const { code, stderr } = await runPipeline(behaviour, {}, FAILING);
    expect(code).toBe(1);
    expect(stderr).toContain("RangeError: 40");
  });
});
