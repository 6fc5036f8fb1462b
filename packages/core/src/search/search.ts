import { withScopeClient } from "@heddle/db";
import { wordsOf } from "../catalog/words";
import { authorise, type Context } from "../context";
import { fullNames } from "../run/full-names";
import { readSilence, shownStatus } from "../run/lost";
import type { SearchInput } from "./inputs";
import { readLastGood } from "./last-good";
import { searchNodes } from "./nodes";
import { searchPipelines } from "./pipelines";
import { readQuery } from "./query";
import { searchRuns } from "./runs";
import { searchVersions } from "./versions";
import type { SearchResults } from "./view";

/** Results of a kind. */
const MOST = 6;

/** Runs, nodes, pipelines and versions that a text is about, best first. */
export async function search(args: {
  ctx: Context;
  input: SearchInput;
  /** Since when telemetry could reach us: silence before that does not make a run lost. */
  ingestUpSince: Date;
}): Promise<SearchResults> {
  const { ctx, input, ingestUpSince } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const { runsOnly } = input;
  const words = wordsOf(input.q);
  const query = readQuery(words.length === 1 ? (words[0] ?? "") : "");
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const silence = await readSilence(client, { projectId, now: ctx.now(), ingestUpSince });
    const pipelines = await searchPipelines(client, projectId, words, MOST + 1);
    const runs = await searchRuns(client, projectId, {
      ...query,
      pipelineIds: runsOnly ? pipelines.map(({ id }) => id) : [],
      any: runsOnly && words.length === 0,
      limit: MOST + 1,
    });
    const nodes = runsOnly ? [] : await searchNodes(client, projectId, words, MOST + 1);
    const versions = runsOnly ? [] : await searchVersions(client, projectId, query.hex, MOST + 1);
    const lastGood = await readLastGood(client, projectId, [
      ...runs.map(({ id }) => id),
      ...nodes.map(({ run }) => run.id),
      ...pipelines.flatMap(({ runId }) => runId ?? []),
    ]);
    const fullName = await fullNames(
      client,
      projectId,
      [...runs, ...versions].map(({ pipeline }) => pipeline).concat(pipelines.map(({ name }) => name)),
    );
    return {
      runs: runs.slice(0, MOST).map((run) => ({
        id: run.id,
        number: run.number,
        pipeline: run.pipeline === null ? null : fullName(run.pipeline),
        status: shownStatus(run, silence),
        startedAt: run.startedAt.toISOString(),
        codeVersion: run.codeVersion,
        commit: run.git?.commit ?? null,
        lastGood: lastGood(run.id),
      })),
      nodes: nodes.slice(0, MOST).map(({ name, pipeline, doc, module, status, usedBy, columns, run }) => ({
        ...{ name, pipeline, doc, module, status, usedBy, columns },
        run: { id: run.id, startedAt: run.startedAt, lastGood: lastGood(run.id) },
      })),
      pipelines: (runsOnly ? [] : pipelines.slice(0, MOST)).map(({ id, name, runs, runId, ...last }) => ({
        name: fullName(name),
        runs,
        last:
          runId === null
            ? null
            : {
                id: runId,
                status: shownStatus({ ...last, pipelineId: id }, silence),
                startedAt: last.startedAt.toISOString(),
                lastGood: lastGood(runId),
              },
      })),
      versions: versions.slice(0, MOST).map((version) => ({
        ...version,
        pipeline: fullName(version.pipeline),
        createdAt: version.createdAt.toISOString(),
      })),
      more: {
        runs: runs.length > MOST,
        nodes: nodes.length > MOST,
        pipelines: !runsOnly && pipelines.length > MOST,
        versions: versions.length > MOST,
      },
    };
  });
}
