import { type PoolClient, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { fullNames } from "../run/full-names";
import { type ChangedFile, type ChangedFunction, changedFiles, changedFunctions } from "./changed-code";
import { diffVersions, type VersionDiff } from "./diff";
import { findPipeline } from "./find-pipeline";
import type { GetVersionDiffInput } from "./inputs";
import { describe, type VersionSummary } from "./list";
import { mustExist } from "./must-exist";
import { readVersion } from "./order";
import { readSources } from "./sources";

/** One side of a comparison: `summary` is null when the version itself has not arrived, only runs name it. */
export interface VersionSide {
  hash: string;
  state: VersionDiff["from"];
  summary: VersionSummary | null;
}

export interface VersionComparison {
  pipeline: string | null;
  /** Null when there is no earlier version to compare with. */
  from: VersionSide | null;
  to: VersionSide;
  nodes: VersionDiff["nodes"];
  config: VersionDiff["config"];
  functions: ChangedFunction[];
  files: ChangedFile[];
  /** Files that differ and are not in the list. */
  moreFiles: number;
}

const MOST_FILES = 500;

/** What differs between two versions; null when the pipeline has none. */
export async function getVersionDiff(args: {
  ctx: Context;
  input: GetVersionDiffInput;
}): Promise<VersionComparison | null> {
  const { ctx, input } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const sides = await resolve(client, projectId, input);
    if (!sides) return null;
    const { pipeline, from, to } = sides;
    // A version alone is compared with itself: all of it is the same.
    const diff = await diffVersions(client, projectId, from ?? to, to);
    const summaries = await summariesOf(client, projectId, [to, ...(from === null ? [] : [from])]);
    const { nodes, config } = diff;
    const told = { nodes, config, ...(await readCode(client, projectId, diff)) };
    const fullName = await fullNames(client, projectId, [pipeline]);
    return {
      pipeline: pipeline === null ? null : fullName(pipeline),
      from: from === null ? null : { hash: from, state: diff.from, summary: summaries.get(from) ?? null },
      to: { hash: to, state: diff.to, summary: summaries.get(to) ?? null },
      ...told,
    };
  });
}

async function readCode(client: PoolClient, projectId: string, { nodes, files }: VersionDiff) {
  const known = new Set(files.before.map(({ path, sha256 }) => `${sha256} ${path}`));
  const both = new Set(
    files.after.map(({ path, sha256 }) => `${sha256} ${path}`).filter((key) => known.has(key)),
  );
  const differs = [...files.before, ...files.after].filter(
    ({ path, sha256 }) => !both.has(`${sha256} ${path}`),
  );
  const moved = new Set(
    nodes.flatMap(({ difference, before, after }) =>
      difference === "changed" || difference === "added" || difference === "removed"
        ? [before?.path, after?.path]
        : [],
    ),
  );
  const inMoved = [...files.before, ...files.after].filter(({ path }) => moved.has(path));
  const sources = await readSources(client, projectId, [...differs, ...inMoved]);
  const sides = {
    before: { files: files.before, sources },
    after: { files: files.after, sources },
  };
  const changed = changedFiles(nodes, sides);
  return {
    functions: changedFunctions(nodes, sides),
    files: changed.slice(0, MOST_FILES),
    moreFiles: Math.max(0, changed.length - MOST_FILES),
  };
}

/** The hashes that are meant, checked to be of this project. */
async function resolve(client: PoolClient, projectId: string, input: GetVersionDiffInput) {
  if (input.to !== undefined) await mustExist(client, projectId, "/to", input.to);
  if (input.from !== undefined) await mustExist(client, projectId, "/from", input.from);
  const named = { pipeline: input.pipeline, version: input.to ?? input.from };
  const pipeline = await findPipeline(client, projectId, named);
  const newest =
    pipeline === null ? null : await readVersion(client, projectId, { pipeline, hash: input.to ?? null });
  const to = input.to ?? newest?.hash;
  if (to === undefined) return null;
  return { pipeline, from: input.from ?? newest?.previous ?? null, to };
}

async function summariesOf(client: PoolClient, projectId: string, hashes: string[]) {
  const found: VersionSummary[] = [];
  for (const hash of new Set(hashes)) {
    const { rows } = await client.query<{ pipeline: string }>(
      "select pipeline from code_version where project_id = $1 and hash = $2",
      [projectId, hash],
    );
    const [row] = rows;
    const version = row && (await readVersion(client, projectId, { pipeline: row.pipeline, hash }));
    if (version) found.push(...(await describe(client, projectId, [version])));
  }
  return new Map(found.map((summary) => [summary.hash, summary]));
}
