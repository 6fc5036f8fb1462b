import { PROFILE_TYPE } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { fullNames } from "../run/full-names";
import { containing } from "./like";
import { FOLDED_STATUS } from "./newest";
import { countUses } from "./uses";
import type { CatalogNode } from "./view";

/** Where a node of the catalog is found; names are keys. */
export interface NodePlace {
  node: string;
  pipeline: string;
  pipelineId: string;
  runId: string;
  version: string;
}

const DOC_LENGTH = 300;

const DETAILS = `
  select k.place::int - 1 as place, n.kind, n.type, left(split_part(btrim(n.doc), E'\\n', 1), ${DOC_LENGTH}) as doc, n.module, n.owner,
    w.number, w.started_at as "startedAt",
    coalesce(ran.status, case when n.kind = 'input' then 'succeeded'
      when w.status = 'running' then 'pending' else 'skipped' end) as status,
    case when out.shape is not null then jsonb_build_object('shape', out.shape, 'dataType', out.data_type,
      'rows', out.rows, 'columnCount', out.columns) end as output,
    one.profile as value, coalesce(hits.columns, '{}') as columns
  from unnest($2::text[], $3::uuid[], $4::text[]) with ordinality as k (version, run_id, node, place)
  join node_version n on n.project_id = $1 and n.code_version = k.version and n.node = k.node
  join run w on w.project_id = $1 and w.id = k.run_id
  left join lateral (
    select ${FOLDED_STATUS} as status from node_run r
    where r.project_id = $1 and r.run_id = k.run_id and r.node = k.node
  ) ran on true
  left join lateral (
    select a.task, a.name, a.value ->> 'shape' as shape, a.value ->> 'dataType' as data_type,
      (a.value ->> 'rows')::float8 as rows, (a.value ->> 'columnCount')::float8 as columns
    from node_attribute a
    where a.project_id = $1 and a.run_id = k.run_id and a.node = k.node and a.type = $5
      and jsonb_typeof(a.value -> 'columns') = 'array'
    order by a.role <> 'result', a.task, a.name limit 1
  ) out on true
  left join lateral (
    select c.profile from column_stat c
    where c.project_id = $1 and c.run_id = k.run_id and c.node = k.node and c.task = out.task
      and c.attribute = out.name and out.shape = 'scalar' order by c.position limit 1
  ) one on true
  left join lateral (
    select array_agg(found.column) as columns from (
      select distinct c.column from column_stat c
      where c.project_id = $1 and c.run_id = k.run_id and c.node = k.node and c.column ilike any($6::text[])
      order by c.column limit 3
    ) found
  ) hits on true
  order by k.place`;

type Details = Omit<CatalogNode, "name" | "pipeline" | "usedBy" | "run"> & {
  place: number;
  number: number | null;
  startedAt: Date;
};

/** Everything that lists show of some nodes, in the order given. */
export async function readNodeRows(
  client: PoolClient,
  projectId: string,
  places: readonly NodePlace[],
  words: readonly string[],
): Promise<CatalogNode[]> {
  if (places.length === 0) return [];
  const { rows } = await client.query<Details>(DETAILS, [
    projectId,
    places.map(({ version }) => version),
    places.map(({ runId }) => runId),
    places.map(({ node }) => node),
    PROFILE_TYPE,
    words.map(containing),
  ]);
  const uses = await countUses(client, projectId, places);
  const keys = [
    ...places.flatMap(({ node, pipeline }) => [node, pipeline]),
    ...rows.flatMap(({ columns }) => columns),
  ];
  const fullName = await fullNames(client, projectId, keys);
  return rows.flatMap(({ place, number, startedAt, columns, ...shown }) => {
    const at = places[place];
    if (!at) return [];
    return {
      ...shown,
      name: fullName(at.node),
      pipeline: fullName(at.pipeline),
      usedBy: uses(at.version, at.node),
      run: { id: at.runId, number, startedAt: startedAt.toISOString() },
      columns: columns.map(fullName),
    };
  });
}
