import type { SourceFile, SourceSpan } from "@heddle/contract";
import { nameKey, type PoolClient, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { DomainError } from "../error/domain-error";
import { type ClippedLines, clipLines } from "./clip-lines";
import type { GetVersionCodeInput } from "./inputs";
import { mustExist } from "./must-exist";
import { readSources } from "./sources";

export interface CodeSide {
  path: string;
  language: SourceFile["language"];
  startLine: number;
  code: string;
}

/** Where a side's code is: here, nowhere in that version, or not arrived or too large to read. */
type Presence = "here" | "none" | "unread";

export interface VersionCode {
  before: CodeSide | null;
  after: CodeSide | null;
  presence: { before: Presence; after: Presence };
  /** Lines at the end that were left out, of a very long file. */
  hidden: number;
}

interface Found {
  file: SourceFile;
  span: SourceSpan | null;
}

/** The code of a node, or a whole file, in two versions. */
export async function getVersionCode(args: {
  ctx: Context;
  input: GetVersionCodeInput;
}): Promise<VersionCode> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    if (input.from !== null) await mustExist(client, projectId, "/from", input.from);
    await mustExist(client, projectId, "/to", input.to);
    const find = (hash: string | null) =>
      hash === null ? null : findCode(client, projectId, hash, input.of);
    const before = await find(input.from);
    const after = await find(input.to);
    if (!before && !after && !(await isNode(client, projectId, input))) throw noSuchCode(input);
    const sources = await readSources(
      client,
      projectId,
      [before, after].flatMap((found) => (found ? found.file : [])),
    );
    const clipped = clipLines(linesOf(before, sources), linesOf(after, sources));
    return {
      before: sideOf(before, clipped.before),
      after: sideOf(after, clipped.after),
      presence: { before: presenceOf(before, sources), after: presenceOf(after, sources) },
      hidden: clipped.hidden,
    };
  });
}

const NODE = `
  select n.path, n.start_line as "startLine", n.end_line as "endLine",
    (select f from jsonb_array_elements(v.files) f where f ->> 'path' = n.path limit 1) as file
  from node_version n join code_version v on v.project_id = $1 and v.hash = n.code_version
  where n.project_id = $1 and n.code_version = $2 and n.node = $3`;

const FILE = `
  select f as file from code_version v, jsonb_array_elements(v.files) f
  where v.project_id = $1 and v.hash = $2 and f ->> 'path' = $3 limit 1`;

async function findCode(
  client: PoolClient,
  projectId: string,
  hash: string,
  of: GetVersionCodeInput["of"],
): Promise<Found | null> {
  if ("file" in of) {
    const { rows } = await client.query<{ file: SourceFile }>(FILE, [projectId, hash, of.file]);
    return rows[0] ? { file: rows[0].file, span: null } : null;
  }
  const { rows } = await client.query<{
    path: string | null;
    startLine: number | null;
    endLine: number | null;
    file: SourceFile | null;
  }>(NODE, [projectId, hash, nameKey(of.node).key]);
  const [row] = rows;
  if (!row?.file || row.path === null || row.startLine === null || row.endLine === null) return null;
  return { file: row.file, span: { path: row.path, startLine: row.startLine, endLine: row.endLine } };
}

/** A node without code, as an input, is there and has nothing to show. */
async function isNode(client: PoolClient, projectId: string, { from, to, of }: GetVersionCodeInput) {
  if ("file" in of) return false;
  const { rows } = await client.query(
    "select from node_version where project_id = $1 and code_version = any($2::text[]) and node = $3 limit 1",
    [projectId, [from ?? to, to], nameKey(of.node).key],
  );
  return rows.length > 0;
}

function noSuchCode({ of }: GetVersionCodeInput): DomainError {
  const what = "file" in of ? "file" : "node";
  return new DomainError("not_found", `Neither version has such a ${what}.`, {
    path: `/of/${what}`,
    fix: `Choose one of the ${what}s that the comparison lists.`,
  });
}

function linesOf(found: Found | null, sources: ReadonlyMap<string, string[]>): ClippedLines | null {
  const lines = found && sources.get(found.file.sha256);
  if (!lines) return null;
  const { span } = found;
  return span
    ? { startLine: span.startLine, lines: lines.slice(span.startLine - 1, span.endLine) }
    : { startLine: 1, lines };
}

function sideOf(found: Found | null, clipped: ClippedLines | null): CodeSide | null {
  if (!found || !clipped) return null;
  const { path, language } = found.file;
  return { path, language, startLine: clipped.startLine, code: clipped.lines.join("\n") };
}

function presenceOf(found: Found | null, sources: ReadonlyMap<string, string[]>): Presence {
  if (!found) return "none";
  return sources.has(found.file.sha256) ? "here" : "unread";
}
