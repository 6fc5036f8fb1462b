import { createHash } from "node:crypto";
import {
  type Attribute,
  type CodeManifest,
  type ErrorReport,
  manifestIdentity,
  PROFILE_TYPE,
  SCALAR_TYPE,
} from "@heddle/contract";
import { nodeFinished, runStarted, type Sent } from "../telemetry";

const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");

function definition(mark: string, node: string) {
  const source = `export function ${node}() { return "${mark} source"; }\n`;
  const sha256 = sha256Of(source);
  const path = `src/${mark}.ts`;
  const manifest: CodeManifest = {
    pipeline: `${mark} pipeline`,
    config: { region: `${mark} region` },
    files: [{ path, sha256, language: "typescript" }],
    nodes: [
      {
        ...{ name: node, kind: "function", dependencies: [], type: `${mark} type`, doc: `${mark} doc` },
        ...{ module: `${mark} module`, owner: `${mark} owner`, tags: { team: `${mark} team` } },
        source: { path, startLine: 1, endLine: 1 },
      },
    ],
  };
  return { source, sha256, manifest, hash: sha256Of(manifestIdentity(manifest)) };
}

function environmentOf(mark: string) {
  return {
    runtime: { name: "node", version: mark },
    os: { name: "linux", version: mark, arch: "x64" },
    ...{ cpu: null, memoryBytes: null, container: null, ci: null, lockfileDigest: null },
    ...{ hostname: `${mark} host`, user: `${mark} user`, command: `${mark} command` },
    packages: { zod: mark },
    variables: {},
  };
}

function errorOf(mark: string): ErrorReport {
  const frames = [{ function: mark, file: `/app/${mark}.ts`, line: 3, column: 1, own: true }];
  return { type: `${mark}Error`, message: `${mark} message`, stack: `${mark} stack`, frames, causes: [] };
}

const attribute = (mark: string): Attribute => {
  const value = `${mark} value`;
  return { name: `${mark} metric`, role: "metric", type: SCALAR_TYPE, schemaVersion: 1, value };
};

/** A profile of a table with one column. */
function profile(mark: string): Attribute {
  const numeric = {
    ...{ nan: 0, infinite: 0, zeros: 1, negative: 0, min: 0, max: 4, mean: 2, std: 1 },
    quantiles: { p: [0.5], values: [2] },
    histogram: { low: 0, high: 4, counts: [1, 2, 1] },
  };
  const column = {
    ...{ name: `${mark} column`, kind: "numeric", dataType: `${mark} number`, count: 4, missing: 0 },
    ...{ distinct: { count: 3, exact: true }, numeric },
  };
  const value = {
    ...{ shape: "table", dataType: `${mark} table`, rows: 4, columnCount: 1, columns: [column] },
    sampledRows: null,
  };
  return { name: `${mark} result`, role: "result", type: PROFILE_TYPE, schemaVersion: 1, value };
}

/** A failed run with `mark` in every text that a pipeline chooses, but for the name of one node. */
export function markedRun(runId: string, node: string, mark: string) {
  const { source, sha256, manifest, hash } = definition(mark, node);
  const git = { ...{ commit: mark, branch: mark, dirty: false }, remote: mark, author: mark, message: mark };
  const error = errorOf(mark);
  const events: Sent[] = [
    runStarted(runId, {
      ...{ pipeline: `${mark} pipeline`, codeVersion: hash, git, environment: environmentOf(mark) },
      ...{ tags: { team: mark }, config: { region: mark }, inputs: [attribute(mark)], trigger: mark },
      plannedNodes: [node, `${mark} node`],
    }),
    { type: "code.version", runId, hash, manifest, git },
    nodeFinished(runId, node, { attributes: [attribute(mark), profile(mark)] }),
    // Longer than an index takes, so that its text is kept apart.
    nodeFinished(runId, `${mark} ${"long ".repeat(200)}`),
    nodeFinished(runId, `${mark} node`, { task: mark, status: "failed", error }),
    { type: "run.finished", runId, status: "failed", finishedAt: new Date().toISOString(), error },
  ];
  return { events, source, sha256, hash };
}
