import type { RunMarks } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { COMPARED_COLUMNS, type InputColumn } from "./input-mark";
import { COMPARED_INPUTS, type MarkedRun, type MarkedVersion, marksOf } from "./marks-of";

interface Subject {
  id: string;
  pipelineId: string | null;
  codeVersion: string | null;
  environmentHash: string | null;
}

const PREVIOUS = `
  select wanted.id, previous.id as "previousId"
  from unnest($2::uuid[], $3::uuid[]) as wanted (id, pipeline_id)
  cross join lateral (
    select id from run where project_id = $1 and pipeline_id = wanted.pipeline_id and id < wanted.id
    order by id desc limit 1
  ) as previous`;

const RUNS = `
  select id, code_version as "codeVersion", environment_hash as "environmentHash",
    md5(config::text) as config, case when inputs <> '[]' then md5(inputs::text) end as inputs
  from run where project_id = $1 and id = any($2::uuid[])`;

const VERSIONS = `
  select v.hash, md5(v.config::text) as config, case when v.hashed_at is not null then n.code end as code,
    n.complete, n.algorithm, coalesce(n.input_nodes[1:${COMPARED_INPUTS + 1}], '{}') as "inputNodes"
  from code_version v cross join lateral (
    select md5(string_agg(node || ' ' || coalesce(code_hash, ''), ',' order by node)) as code,
      bool_and(kind = 'input' or code_hash is not null) as complete, max(hash_algorithm) as algorithm,
      array_agg(node order by position) filter (where kind = 'input') as input_nodes
    from node_version where project_id = $1 and code_version = v.hash
  ) n
  where v.project_id = $1 and v.hash = any($2::text[])`;

const PROFILES = `
  select s.run_id as "runId", s.node, concat_ws(' ', s.task, s.attribute, s."column") as place, s.position,
    s.kind, s.data_type as "dataType", s.count::float8 as count, s.missing::float8 as missing,
    s."distinct"::float8 as "distinct", md5(s.profile::text) as digest, s.profile -> 'top' as top,
    coalesce(s.profile #> '{numeric,histogram}', s.profile #> '{time,histogram}') as histogram,
    coalesce((s.profile #>> '{numeric,nan}')::float8, 0)
      + coalesce((s.profile #>> '{numeric,infinite}')::float8, 0) as "nonFinite"
  from unnest($2::uuid[], $3::text[]) as wanted (run_id, node)
  join column_stat s on s.project_id = $1 and s.run_id = wanted.run_id and s.node = wanted.node
  where s.position <= ${COMPARED_COLUMNS}`;

const ENVIRONMENTS = `
  select hash, md5(jsonb_build_array(value -> 'packages', value -> 'runtime')::text) as digest
  from environment_snapshot where project_id = $1 and hash = any($2::text[])`;

/**
 * What differs between each run and the previous run of its pipeline, by the run's id; null for a first run, or
 * one whose pipeline is not known. A mark that is null is not known.
 *
 * - code: a node was added, removed, or has another code hash. The same version is the same code.
 * - input: what the runs declared as inputs differs, or of a node of kind "input" that both stored a profile of,
 *   a column came, went, has another type, or moved further than chance moves it (`driftOf`, as in Compare). More
 *   rows of the same kind are no change.
 * - config: the run's configuration differs, or that of its version.
 * - environment: packages or the runtime differ; host, user and variables do not count.
 */
export async function readRunMarks(
  client: PoolClient,
  projectId: string,
  runs: readonly Subject[],
): Promise<Map<string, RunMarks | null>> {
  const marks = new Map<string, RunMarks | null>(runs.map(({ id }) => [id, null]));
  const ask = async <Row extends object>(text: string, ...values: unknown[]) =>
    (await client.query<Row>(text, [projectId, ...values])).rows;

  const known = runs.filter(({ pipelineId }) => pipelineId !== null);
  if (known.length === 0) return marks;
  const pairs = await ask<{ id: string; previousId: string }>(
    PREVIOUS,
    known.map(({ id }) => id),
    known.map(({ pipelineId }) => pipelineId),
  );
  if (pairs.length === 0) return marks;
  const rows = await ask<MarkedRun>(RUNS, [
    ...new Set(pairs.flatMap(({ id, previousId }) => [id, previousId])),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));

  const hashes = [...new Set(rows.flatMap(({ codeVersion }) => codeVersion ?? []))];
  const versionRows = hashes.length > 0 ? await ask<MarkedVersion>(VERSIONS, hashes) : [];
  const versions = new Map(versionRows.map((row) => [row.hash, row]));

  const wanted = rows.flatMap(({ id, codeVersion }) =>
    (versions.get(codeVersion ?? "")?.inputNodes ?? []).map((node) => ({ id, node })),
  );
  const stored = new Map<string, InputColumn[]>();
  if (wanted.length > 0) {
    const ids = wanted.map(({ id }) => id);
    const nodes = wanted.map(({ node }) => node);
    const columns = await ask<InputColumn & { runId: string }>(PROFILES, ids, nodes);
    for (const column of columns) stored.set(column.runId, [...(stored.get(column.runId) ?? []), column]);
  }

  const unlike = pairs.flatMap(({ id, previousId }) => {
    const [now, before] = [byId.get(id)?.environmentHash, byId.get(previousId)?.environmentHash];
    return now && before && now !== before ? [now, before] : [];
  });
  const environmentRows =
    unlike.length > 0 ? await ask<{ hash: string; digest: string }>(ENVIRONMENTS, [...new Set(unlike)]) : [];
  const environments = new Map(environmentRows.map(({ hash, digest }) => [hash, digest]));

  for (const { id, previousId } of pairs) {
    const [now, before] = [byId.get(id), byId.get(previousId)];
    if (now && before) marks.set(id, marksOf(before, now, { versions, stored, environments }));
  }
  return marks;
}
