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

const STEPS = `
import { trackRun } from SDK;
await trackRun("exits", (run) => run.node("last", {}, () => process.exit(4)));
`;

let sdk: string;

beforeAll(async () => {
  sdk = await compiled("index.ts");
});

/** Runs a pipeline as a process of its own, with a server of its own that behaves in the given way. */
async function runPipeline(behaviour: Behaviour, variables: Record<string, string> = {}, text = PIPELINE) {
  const server = await RecordingServer.start();
  server.behave = () => behaviour;
  const folder = await temporaryFolder({ "pipeline.mjs": text.replaceAll("SDK", JSON.stringify(sdk)) });
  const { url } = server;
  const credentials = { HEDDLE_URL: url, HEDDLE_API_KEY: "hdl_test" };
  const ended = await runScript(path.join(folder, "pipeline.mjs"), { ...credentials, ...variables });
  await server.close();
  expect(server.problems).toEqual([]);
  return { ...ended, server, url };
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

  it.each([
    ["names the project of HEDDLE_PROJECT with each event and file", { HEDDLE_PROJECT: "main" }, "", "main"],
    [
      "names the project of configure() before any other",
      { HEDDLE_PROJECT: "main" },
      'project: "own",',
      "own",
    ],
    ["names no project when none is set", { HEDDLE_PROJECT: "" }, "", undefined],
  ])("%s", async (_, variables, option, expected) => {
    const text = PIPELINE.replace("configure({", `configure({ ${option}`);
    const { code, server } = await runPipeline("normal", variables, text);
    expect(code).toBe(0);
    expect(server.blobs.size).toBeGreaterThan(0);
    const asked = new Set(server.projects.map(([method, project]) => `${method} ${project}`));
    expect([...asked].sort()).toEqual([`POST ${expected}`, `PUT ${expected}`]);
  });

  it.each([
    ["unknown", { HEDDLE_PROJECT: "mian" }, 404, /knows no project mian for this key.*Check HEDDLE_PROJECT/],
    ["not named", {}, 400, /A key of an organisation needs HEDDLE_PROJECT/],
    ["no slug", { HEDDLE_PROJECT: "a\nb" }, 200, /HEDDLE_PROJECT is not a slug/],
  ])("runs on and says what to do when the project is %s", async (_, variables, status, words) => {
    const { code, stdout, stderr } = await runPipeline({ status, body: "{}" }, variables);
    expect([code, JSON.parse(stdout).slow]).toEqual([0, 41]);
    expect(stderr).toMatch(words);
  });

  it("runs untracked, with one line that says how to change that", async () => {
    const text = `${PIPELINE}\nawait flow.run({ inputs: { n: 1 } });`;
    const { code, stdout, stderr, server } = await runPipeline("normal", { HEDDLE_API_KEY: "" }, text);
    expect([code, JSON.parse(stdout).slow]).toEqual([0, 41]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("HEDDLE_API_KEY is not set");
    expect(server.requests).toEqual([]);
  });

  it.each<[string, Behaviour, RegExp]>([
    ["answers with errors", { status: 500 }, /answered with HTTP 500, so \d+ events are not recorded/],
    ["never answers", "hang", /did not answer in time/],
    ["hangs up", "reset", /could not be reached \(ECONNRESET\)/],
    ["answers with pages", { status: 200, body: "<html>" }, /answered as no Heddle does/],
    ["asks to wait an hour", { status: 429, headers: { "retry-after": "3600" } }, /HTTP 429/],
    ["refuses the key", { status: 401 }, /refused the API key/],
  ])("gives the same result when the server %s", async (_, behaviour, words) => {
    const { code, stdout, stderr, server, url } = await runPipeline(behaviour);
    expect([code, JSON.parse(stdout)]).toEqual([0, { slow: 41, dropped: true }]);
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(/^heddle: .*\n$/);
    expect(stderr).toContain(url);
    expect(server.accepted).toEqual([]);
  });

  it.each([
    ["nobody listens", "http://me:hunter2@127.0.0.1:9/?q=hunter2", "http://127.0.0.1:9", "ECONNREFUSED"],
    [
      "the name is unknown",
      "http://heddle.invalid:8241",
      "http://heddle.invalid:8241",
      "E(NOTFOUND|AI_AGAIN)",
    ],
  ])("gives the same result when %s", async (_, url, origin, reason) => {
    const { code, stdout, stderr } = await runPipeline("normal", { HEDDLE_URL: url });
    expect([code, JSON.parse(stdout)]).toEqual([0, { slow: 41, dropped: true }]);
    expect(stderr).toMatch(new RegExp(`^heddle: ${origin} could not be reached \\(${reason}\\), so .*\n$`));
  });

  it.each([
    ["right after a run", PIPELINE, "process.exit(4);"],
    ["inside a step", STEPS, ""],
  ])("says what process.exit() loses %s", async (_, text, last) => {
    const { code, stderr, server } = await runPipeline("normal", {}, `${text}\n${last}`);
    expect(code).toBe(4);
    expect(stderr).toMatch(
      /^heddle: \d+ events? (is|are) not sent, because .* `await shutdown\(\)` before process\.exit\(\) delivers them\.\n$/,
    );
    expect(server.of("run.finished")).toEqual([]);
  });

  it("loses nothing, and says nothing, when it shuts down before process.exit()", async () => {
    const text = `import { shutdown } from SDK;\n${PIPELINE}\nawait shutdown();\nprocess.exit(4);`;
    const { code, stderr, server } = await runPipeline("normal", {}, text);
    expect([code, stderr]).toEqual([4, ""]);
    expect(server.of("run.finished")).toHaveLength(1);
  });

  it("ends as process.exit() says when stderr is closed", async () => {
    const text = `${PIPELINE}\nprocess.stderr.write = () => { throw new Error("closed"); };\nprocess.exit(4);`;
    expect((await runPipeline("normal", {}, text)).code).toBe(4);
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
