import type { GitState, NodeKind, SourceFile } from "@heddle/contract";
import { type PoolClient, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { DomainError } from "../error/domain-error";
import { fullNames } from "./full-names";
import type { GetRunInput } from "./inputs";
import { loadRun } from "./load-run";
import type { GetRunFileInput } from "./page-inputs";

/** A node's place in a file; lines count from 1, both ends are its own. */
export interface FileNode {
  name: string;
  kind: NodeKind;
  startLine: number;
  endLine: number;
}

export interface RunFile {
  path: string;
  language: SourceFile["language"];
  /** Bytes; null while the file has not arrived. */
  size: number | null;
  nodes: FileNode[];
}

/** The code that a run ran. `version` is null while it has not arrived. */
export interface RunCode {
  version: string | null;
  git: GitState | null;
  files: RunFile[];
  /** Names of nodes whose place in the code is not known. */
  elsewhere: string[];
}

export interface FileText {
  path: string;
  language: SourceFile["language"];
  /** Null while the file has not arrived. */
  text: string | null;
  /** Of the whole file; the text has the first `MOST_LINES` of them. */
  lines: number;
}

/** Lines of a file that are shown: what nobody scrolls through is not sent. */
const MOST_LINES = 4000;

interface CodeRow {
  codeVersion: string | null;
  git: GitState | null;
  files: SourceFile[] | null;
}

const CODE = {
  columns: `r.code_version as "codeVersion", coalesce(r.git, v.git) as git, v.files`,
  tables: "run r left join code_version v on v.project_id = r.project_id and v.hash = r.code_version",
};

/** The files of a run's code version with the nodes in them, in the order of their paths. */
export async function getRunCode({ ctx, input }: { ctx: Context; input: GetRunInput }): Promise<RunCode> {
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const { codeVersion, git, files } = await loadRun<CodeRow>(client, projectId, input.runId, CODE);
    if (codeVersion === null || files === null) return { version: null, git, files: [], elsewhere: [] };
    const nodes = await readPlaces(client, projectId, codeVersion);
    const sizes = await readSizes(client, projectId, files);
    const inFile = new Map<string | null, FileNode[]>();
    for (const { path, name, kind, startLine, endLine } of nodes) {
      if (startLine === null || endLine === null) continue;
      const others = inFile.get(path) ?? [];
      others.push({ name, kind, startLine, endLine });
      inFile.set(path, others);
    }
    const listed = files.map(({ path, language, sha256 }) => ({
      path,
      language,
      size: sizes.get(sha256) ?? null,
      nodes: inFile.get(path) ?? [],
    }));
    const known = new Set(files.map(({ path }) => path));
    const elsewhere = nodes.filter((node) => !isPlaced(node) || !known.has(node.path ?? ""));
    return {
      version: codeVersion,
      git,
      files: listed.sort((a, b) => (a.path < b.path ? -1 : 1)),
      elsewhere: elsewhere.filter(({ kind }) => kind !== "input").map(({ name }) => name),
    };
  });
}

/** The text of one file of a run's code version. */
export async function getRunFile({
  ctx,
  input,
}: {
  ctx: Context;
  input: GetRunFileInput;
}): Promise<FileText> {
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const { files } = await loadRun<CodeRow>(client, projectId, input.runId, CODE);
    const file = files?.find(({ path }) => path === input.path);
    if (!file) {
      throw new DomainError("not_found", "The code of this run has no such file.", {
        path: "/path",
        fix: "Choose one of the files that are listed.",
      });
    }
    const { path, language } = file;
    const { rows } = await client.query<{ body: Buffer }>(
      "select body from code_blob where project_id = $1 and sha256 = $2",
      [projectId, file.sha256],
    );
    const text = rows[0]?.body.toString("utf8");
    if (text === undefined) return { path, language, text: null, lines: 0 };
    const lines = text.replace(/\r\n?/g, "\n").split("\n");
    if (lines.at(-1) === "") lines.pop();
    return { path, language, text: lines.slice(0, MOST_LINES).join("\n"), lines: lines.length };
  });
}

interface Place {
  name: string;
  kind: NodeKind;
  path: string | null;
  startLine: number | null;
  endLine: number | null;
}

function isPlaced({ path, startLine, endLine }: Place): boolean {
  return path !== null && startLine !== null && endLine !== null;
}

async function readPlaces(client: PoolClient, projectId: string, version: string): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    `select node as name, kind, path, start_line as "startLine", end_line as "endLine" from node_version
     where project_id = $1 and code_version = $2 order by start_line, position`,
    [projectId, version],
  );
  const fullName = await fullNames(
    client,
    projectId,
    rows.map(({ name }) => name),
  );
  return rows.map((row) => ({ ...row, name: fullName(row.name) }));
}

async function readSizes(
  client: PoolClient,
  projectId: string,
  files: SourceFile[],
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ sha256: string; size: number }>(
    "select sha256, size from code_blob where project_id = $1 and sha256 = any($2::text[])",
    [projectId, files.map(({ sha256 }) => sha256)],
  );
  return new Map(rows.map(({ sha256, size }) => [sha256, size]));
}
