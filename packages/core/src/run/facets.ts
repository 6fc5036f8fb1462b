import { type RunStatus, runStatusSchema } from "@heddle/contract";
import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { candidatesSql } from "./filter/candidates";
import type { RunFilter } from "./filter/inputs";
import { type ResolvedFilter, resolveFilter } from "./filter/resolve";
import { tagSql } from "./filter/where";
import { fullNames } from "./full-names";
import { readSilence, shownStatusSql } from "./lost";

const MOST = 50_000;
const MOST_READ = 20_000;
const MOST_VALUES = 50;
const MOST_KEYS = 12;

export interface RunFacets {
  /** Runs that pass the whole filter. */
  total: number;
  /** Only the newest so many runs were counted; null when all were. */
  newest: number | null;
  /** Each counted without the filter on that very field; most first. */
  statuses: { status: RunStatus; count: number }[];
  pipelines: { name: string; count: number }[];
  tags: { key: string; values: { value: string; count: number }[] }[];
}

interface Row {
  kind: "looked" | "total" | "status" | "pipeline" | "tag";
  key: string | null;
  value: string | null;
  count: number;
}

/** How many runs each value of status, pipeline and tags would show, given the rest of the filter. */
export async function readRunFacets(args: {
  ctx: Context;
  input: RunFilter;
  ingestUpSince: Date;
}): Promise<RunFacets> {
  const { ctx, input, ingestUpSince } = args;
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const now = ctx.now();
    const silence = await readSilence(client, { projectId, now, ingestUpSince });
    const filter = await resolveFilter(client, projectId, input, { now, silence });
    const most = filter.text?.kind === "words" ? MOST_READ : MOST;
    const { text, values } = statement(filter, projectId, most);
    const { rows } = await client.query<Row>(text, values);
    const of = (kind: Row["kind"]) => rows.filter((row) => row.kind === kind);
    const pipelines = of("pipeline").flatMap(({ value, count }) =>
      value === null ? [] : [{ value, count }],
    );
    const fullName = await fullNames(
      client,
      projectId,
      pipelines.map(({ value }) => value),
    );
    const tags = new Map<string, RunFacets["tags"][number]["values"]>();
    for (const { key, value, count } of of("tag")) {
      if (key !== null && value !== null) tags.set(key, [...(tags.get(key) ?? []), { value, count }]);
    }
    return {
      total: of("total")[0]?.count ?? 0,
      newest: (of("looked")[0]?.count ?? 0) >= most ? most : null,
      statuses: of("status").map(({ value, count }) => ({
        status: runStatusSchema.safeParse(value).data ?? "failed",
        count,
      })),
      pipelines: pipelines.map(({ value, count }) => ({ name: fullName(value), count })),
      tags: [...tags].slice(0, MOST_KEYS).map(([key, list]) => ({ key, values: list })),
    };
  });
}

/** One pass over the runs groups those that are alike, so that the three counts cost little more than one. */
function statement(filter: ResolvedFilter, projectId: string, most: number) {
  const values: unknown[] = [projectId];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { statuses, pipelineIds, tags, silence } = filter;
  const open = { ...filter, statuses: null, pipelineIds: null, tags: new Map() };
  const { from, passes } = candidatesSql(open, most, add);
  const status = shownStatusSql(silence, add);
  const failing = [...tags].map(
    ([key, wanted]) => `case when not ${tagSql(key, wanted, add)} then ${add(key)}::text end`,
  );
  const text = `
    with alike as materialized (
      select ${status} as status, r.pipeline_id, r.tags, ${passes} as passes, count(*)::int as n,
        ${statuses ? `${status} = any(${add(statuses)}::text[])` : "true"} as s,
        ${pipelineIds ? `r.pipeline_id = any(${add(pipelineIds)}::uuid[])` : "true"} as p,
        array_remove(array[${failing.join(", ")}]::text[], null) as failing
      from ${from} group by 1, 2, 3, 4, 6, 7, 8
    ), tag as (
      select t.key, t.value, sum(n)::int as count from alike, jsonb_each_text(tags) as t
      where passes and s and p and failing <@ array[t.key] group by 1, 2
    ), ranked as (
      select *, row_number() over (partition by key order by count desc, value) as place,
        sum(count) over (partition by key) as runs from tag
    ), pipelines as (
      select pipeline_id, sum(n)::int as count from alike where passes and s and failing = '{}' group by 1
    )
    select 'looked' as kind, null as key, null as value, coalesce(sum(n), 0)::int as count from alike
    union all
    select 'total', null, null, coalesce(sum(n), 0)::int from alike where passes and s and p and failing = '{}'
    union all
    (select 'status', null, status, sum(n)::int from alike where passes and p and failing = '{}' group by 3)
    union all
    (select 'pipeline', null, pipeline.name, count from pipelines
     join pipeline on pipeline.project_id = $1 and pipeline.id = pipelines.pipeline_id
     order by count desc, pipeline.name limit ${MOST_VALUES})
    union all
    (select 'tag', key, value, count from ranked where place <= ${MOST_VALUES}
     order by runs desc, key, place limit ${MOST_VALUES * MOST_KEYS})`;
  return { text, values };
}
