import type { SourceFile, SourceSpan } from "@heddle/contract";
import { type PoolClient, withScopeClient } from "@heddle/db";
import { sliceLines } from "../code-version/code-hash";
import { authorise, type Context } from "../context";
import { loadPlan } from "../run/load-run";
import { diffVersions, type NodeDifference } from "../version/diff";
import type { NodeChangeInput } from "./inputs";
import { upstreamChanges } from "./upstream-changes";

/** Nodes whose code is given; the others are counted. */
const MOST_SHOWN = 3;

export interface CodeSide {
  path: string;
  startLine: number;
  code: string;
  language: string;
}

/** A node whose own code differs, and how far it is from the one that is asked about. */
export interface ChangedNode {
  name: string;
  /** 0 is the node itself, 1 what it reads. */
  hops: number;
  difference: "added" | "removed" | "changed";
  before: CodeSide | null;
  after: CodeSide | null;
}

export interface NodeChange {
  from: string | null;
  to: string | null;
  /** Nearest first; the node itself and what it is computed from. */
  changed: ChangedNode[];
  /** Further ones upstream. */
  more: number;
  /** Nodes of the pipeline whose code changed and that this one is not computed from. */
  elsewhere: number;
  /** Whether all of this could be compared. */
  known: boolean;
}

/** What changed in the code of a node, and of what it is computed from, between two runs. */
export async function getNodeChange(args: { ctx: Context; input: NodeChangeInput }): Promise<NodeChange> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const then = await loadPlan(client, projectId, input.before);
    const now = await loadPlan(client, projectId, input.after);
    const [from, to] = [then.codeVersion, now.codeVersion];
    const nothing = { from, to, changed: [], more: 0, elsewhere: 0 };
    if (from === null || to === null) return { ...nothing, known: false };
    if (from === to) return { ...nothing, known: true };
    const diff = await diffVersions(client, projectId, from, to);
    const { near, elsewhere, known } = upstreamChanges(diff.nodes, input.node);
    const shown = near.slice(0, MOST_SHOWN);
    const read = createReader(client, projectId);
    const changed: ChangedNode[] = [];
    for (const { node, hops, difference } of shown) {
      const [before, after] = [
        await read(node.before, diff.files.before),
        await read(node.after, diff.files.after),
      ];
      changed.push({ name: node.name, hops, difference, before, after });
    }
    return { from, to, changed, more: near.length - shown.length, elsewhere, known };
  });
}

function createReader(client: PoolClient, projectId: string) {
  return async (span: NodeDifference["before"], files: SourceFile[]): Promise<CodeSide | null> => {
    const file = span && files.find(({ path }) => path === span.path);
    if (!span || !file) return null;
    const { rows } = await client.query<{ body: Buffer }>(
      "select body from code_blob where project_id = $1 and sha256 = $2",
      [projectId, file.sha256],
    );
    const text = rows[0]?.body.toString("utf8");
    return text === undefined ? null : sideOf(text, span, file);
  };
}

function sideOf(text: string, { path, startLine, endLine }: SourceSpan, { language }: SourceFile): CodeSide {
  return { path, startLine, code: sliceLines(text, startLine, endLine), language };
}
