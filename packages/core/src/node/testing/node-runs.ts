import { createHash } from "node:crypto";
import { createUuidV7, PROFILE_TYPE } from "@heddle/contract";
import { profileValue } from "@heddle/stats";
import { hashVersion } from "../../code-version/hash-version";
import { storeBlob } from "../../ingest/accept/store-blob";
import { defineVersion } from "../../run/testing/define-version";
import type { StoredProject } from "../../run/testing/stored-project";

const PATH = "features.py";

interface Told {
  /** When the run began. */
  at: number;
  /** Lines of the nodes `a`, `b` (reads a) and `c` (reads nothing). */
  code: [a: string, b: string, c: string];
  /** What `b` returned; undefined: it failed. */
  value: unknown;
  task?: string;
  tags?: Record<string, string>;
}

/** A result as the SDK records it. */
function resultOf(value: unknown) {
  const profile = JSON.parse(JSON.stringify(profileValue(value)));
  return { name: "result", role: "result", type: PROFILE_TYPE, schemaVersion: 1, value: profile } as const;
}

/** Stores a run of the pipeline `p` whose node `b` is looked at, with the hashes of its version. */
export async function storeRun(
  { ctx, store }: StoredProject,
  { at, code, value, task = "", tags = {} }: Told,
) {
  const runId = createUuidV7(at);
  const source = code.join("\n");
  const sha256 = createHash("sha256").update(source).digest("hex");
  const span = (line: number) => ({ path: PATH, startLine: line, endLine: line });
  const { hash, event } = defineVersion(runId, { a: [], b: ["a"], c: [] }, [], {
    files: [{ path: PATH, sha256, language: "python" }],
    spans: { a: span(1), b: span(2), c: span(3) },
  });
  const time = (ms: number) => new Date(at + ms).toISOString();
  const failed = value === undefined;
  const error = { type: "ValueError", message: "b broke", stack: "", frames: [], causes: [] };
  const node = { runId, node: "b", task, attempt: 0 } as const;
  await store([
    { type: "run.started", runId, pipeline: "p", startedAt: time(0), codeVersion: hash, tags },
    event,
    { type: "node.started", ...node, startedAt: time(1) },
    failed
      ? { type: "node.finished", ...node, status: "failed", finishedAt: time(21), error }
      : {
          type: "node.finished",
          ...node,
          status: "succeeded",
          finishedAt: time(21),
          attributes: [resultOf(value)],
        },
    { type: "run.finished", runId, status: failed ? "failed" : "succeeded", finishedAt: time(30) },
  ]);
  await storeBlob({ ctx, input: { sha256, body: Buffer.from(source) } });
  await hashVersion({ ctx, input: { projectId: ctx.scope.projectId, codeVersion: hash } });
  return { runId, version: hash };
}
