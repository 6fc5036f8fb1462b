import { createHash } from "node:crypto";
import { type Attribute, createUuidV7, type Environment, PROFILE_TYPE } from "@heddle/contract";
import { createTestDatabase, type TestDatabase } from "@heddle/db/testing";
import { profileValue } from "@heddle/stats";
import { beforeAll, expect, test } from "vitest";
import { hashVersion } from "../code-version/hash-version";
import { storeBlob } from "../ingest/accept/store-blob";
import { listRunsInput } from "../run/inputs";
import { listRuns } from "../run/list";
import { defineVersion } from "../run/testing/define-version";
import { type Sent, type StoredProject, storedProject } from "../run/testing/stored-project";

const NOW = new Date("2026-11-20T12:00:00Z");
const UNKNOWN = { code: null, input: null, config: false, environment: null };

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});

const ENVIRONMENT: Environment = {
  runtime: { name: "node", version: "22.0.0" },
  os: { name: "linux", version: "6", arch: "x64" },
  cpu: null,
  memoryBytes: null,
  hostname: "here",
  user: null,
  container: null,
  ci: null,
  command: null,
  packages: { zod: "4.0.0" },
  lockfileDigest: null,
  variables: {},
};

let minute = 0;
/** A run a minute after the one before it. */
function run(more: Partial<Extract<Sent, { type: "run.started" }>> = {}) {
  const startedAt = new Date(NOW.getTime() + minute++ * 60_000).toISOString();
  const runId = createUuidV7(Date.parse(startedAt));
  const start: Sent = { type: "run.started", runId, pipeline: "p", startedAt, ...more };
  const end: Sent = { type: "run.finished", runId, status: "succeeded", finishedAt: startedAt };
  return { runId, events: [start, end] };
}

function given(runId: string, node: string, values: unknown): Sent {
  const value = profileValue(values);
  const profile = { name: "profile", role: "result", type: PROFILE_TYPE, schemaVersion: 1, value };
  const attributes = [JSON.parse(JSON.stringify(profile)) as Attribute];
  const finishedAt = NOW.toISOString();
  return {
    type: "node.finished",
    runId,
    node,
    task: "",
    attempt: 0,
    status: "succeeded",
    finishedAt,
    attributes,
  };
}

async function marks(project: StoredProject) {
  const { runs } = await listRuns({
    ctx: project.ctx,
    input: listRunsInput.parse({}),
    ingestUpSince: new Date(0),
  });
  return new Map(runs.map(({ id, changed }) => [id, changed]));
}

/** Three nodes in one file, `source` being the line of the second. */
async function version(project: StoredProject, runId: string, source: string) {
  const text = `input\n${source}\n`;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const file = { path: "a.ts", sha256, language: "typescript" as const };
  const spans = { step: { path: "a.ts", startLine: 2, endLine: 2 } };
  const made = defineVersion(runId, { data: [], step: ["data"] }, ["data"], { files: [file], spans });
  await project.store([made.event]);
  await storeBlob({ ctx: { ...project.ctx }, input: { sha256, body: Buffer.from(text) } });
  return made.hash;
}

test("the first run has no marks, the next one those of what was recorded", async () => {
  const project = await storedProject(db, NOW);
  const [first, second, other] = [run(), run(), run({ pipeline: "other" })];
  await project.store([first, second, other].flatMap(({ events }) => events));
  const found = await marks(project);
  expect(found.get(first.runId)).toBeNull();
  expect(found.get(other.runId)).toBeNull();
  expect(found.get(second.runId)).toEqual(UNKNOWN);
});

test("configuration, and packages but not the host", async () => {
  const project = await storedProject(db, NOW);
  const first = run({ environment: ENVIRONMENT, config: { a: 1, b: 2 } });
  const moved = run({ environment: { ...ENVIRONMENT, hostname: "there" }, config: { b: 2, a: 1 } });
  const packages = { zod: "4.1.0" };
  const raised = run({ environment: { ...ENVIRONMENT, packages }, config: { a: 2 } });
  const bare = run({ config: { a: 2 } });
  await project.store([first, moved, raised, bare].flatMap(({ events }) => events));
  const found = await marks(project);
  expect(found.get(moved.runId)).toEqual({ ...UNKNOWN, environment: false });
  expect(found.get(raised.runId)).toEqual({ ...UNKNOWN, config: true, environment: true });
  expect(found.get(bare.runId)).toEqual(UNKNOWN);
});

test("code by the hashes of the nodes, once they are there", async () => {
  const project = await storedProject(db, NOW);
  const { projectId } = project.ctx.scope;
  const hash = (codeVersion: string) => hashVersion({ ctx: project.ctx, input: { projectId, codeVersion } });
  const ids = [createUuidV7(NOW.getTime()), createUuidV7(NOW.getTime()), createUuidV7(NOW.getTime())];
  const [a, b, spaced] = await Promise.all([
    version(project, ids[0] ?? "", "one"),
    version(project, ids[1] ?? "", "two"),
    version(project, ids[2] ?? "", "  two  "),
  ]);
  const runs = [a, a, b, spaced].map((codeVersion) => run({ pipeline: "code", codeVersion }));
  await project.store(runs.flatMap(({ events }) => events));
  const code = async () => {
    const found = await marks(project);
    return runs.map(({ runId }) => found.get(runId)?.code);
  };
  expect(await code()).toEqual([undefined, false, null, null]);
  for (const one of [a, b, spaced]) await hash(one);
  expect(await code()).toEqual([undefined, false, true, false]);
});

test("inputs as declared, and by the profiles of input nodes that both runs stored", async () => {
  const project = await storedProject(db, NOW);
  const codeVersion = await version(project, createUuidV7(NOW.getTime()), "one");
  const inputs = (value: number): Attribute[] => [
    { name: "rows", role: "parameter", type: "number", schemaVersion: 1, value },
  ];
  const day = Array.from({ length: 40 }, (_, i) => ({ country: i % 2 ? "de" : "fr", price: i % 7 }));
  const more = [...day, ...day.slice(0, 20)];
  const dearer = more.map((row) => ({ ...row, price: row.price + 40 }));
  const wider = dearer.map((row) => ({ ...row, tax: 1 }));
  const values = [day, day, more, dearer, wider, null, wider];
  const profiled = values.map(() => run({ pipeline: "in", codeVersion }));
  const declared = [1, 1, 2].map((value) => run({ pipeline: "declared", inputs: inputs(value) }));
  await project.store([...profiled, ...declared].flatMap(({ events }) => events));
  await project.store(
    profiled.flatMap(({ runId }, i) => (values[i] ? [given(runId, "data", values[i])] : [])),
  );
  const found = await marks(project);
  expect(profiled.map(({ runId }) => found.get(runId)?.input)).toEqual([
    undefined,
    false,
    false,
    true,
    true,
    null,
    null,
  ]);
  expect(declared.map(({ runId }) => found.get(runId)?.input)).toEqual([undefined, false, true]);
});
