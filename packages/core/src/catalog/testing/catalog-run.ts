import { createHash } from "node:crypto";
import { type CodeManifest, createUuidV7, manifestIdentity, type NodeDefinition } from "@heddle/contract";
import { profileOf } from "../../ingest/testing/sample-run";
import type { Sent } from "../../run/testing/stored-project";

interface Given {
  pipeline: string;
  nodes: (Partial<NodeDefinition> & { name: string })[];
  /** The node that fails; those after it are not heard of. */
  failed?: string;
  startedAt: Date;
  commit?: string;
}

/** A run in which each node gives a table with the columns `<node>_0` to `<node>_2`. */
export function catalogRun({ pipeline, nodes, failed, startedAt, commit }: Given) {
  const runId = createUuidV7(startedAt.getTime());
  const manifest: CodeManifest = {
    ...{ pipeline, files: [], config: {} },
    nodes: nodes.map((node) => ({ kind: "function", dependencies: [], ...node })),
  };
  const hash = createHash("sha256").update(manifestIdentity(manifest)).digest("hex");
  const at = startedAt.toISOString();
  const git = commit
    ? { commit, branch: "main", dirty: false, remote: null, author: null, message: null }
    : undefined;
  const end = failed ? nodes.findIndex(({ name }) => name === failed) : nodes.length;
  const error = { type: "E", message: "broke", stack: "", frames: [], causes: [] };
  const events: Sent[] = [
    { type: "run.started", runId, pipeline, startedAt: at, codeVersion: hash, ...(git && { git }) },
    { type: "code.version", runId, hash, manifest },
    ...nodes.slice(0, end).map(
      ({ name }, index): Sent => ({
        ...{ type: "node.finished", runId, node: name, task: "", attempt: 0, finishedAt: at },
        ...{ status: "succeeded", attributes: [profileOf(name, index)] },
      }),
    ),
    ...(failed
      ? [
          {
            ...{ type: "node.finished" as const, runId, node: failed, task: "", attempt: 0, finishedAt: at },
            ...{ status: "failed" as const, error },
          },
        ]
      : []),
    { type: "run.finished", runId, status: failed ? "failed" : "succeeded", finishedAt: at },
  ];
  return { runId, hash, events };
}
