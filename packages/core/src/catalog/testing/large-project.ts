import { PROFILE_TYPE } from "@heddle/contract";
import { type Database, withSystemClient } from "@heddle/db";

interface Size {
  pipelines: number;
  /** Nodes of each pipeline, and of the first one. */
  nodes: number;
  most: number;
  /** Runs of each pipeline; only the newest of each has node runs. */
  runs: number;
}

const statements = ({ pipelines, nodes, most, runs }: Size) => {
  const PIPELINES = `generate_series(0, ${pipelines} - 1) p (i)`;
  const SIZE = `case when p.i = 0 then ${most} else ${nodes} end`;
  return [
    `insert into pipeline (project_id, id, name, last_number)
   select $1, gen_random_uuid(), 'pipeline_' || lpad(p.i::text, 3, '0'), ${runs} from ${PIPELINES}`,
    `insert into code_version (project_id, hash, pipeline, config, node_count, files)
   select $1, encode(sha256(p.i::text::bytea), 'hex'), 'pipeline_' || lpad(p.i::text, 3, '0'), '{}',
     ${SIZE}, '[]' from ${PIPELINES}`,
    `insert into node_version (project_id, code_version, node, position, kind, dependencies, type, doc, module, owner, tags)
   select $1, encode(sha256(p.i::text::bytea), 'hex'), 'feature_' || n || '_of_' || p.i, n,
     case when n % 10 = 0 then 'input' else 'function' end,
     case when n < 2 then '{}' else array['feature_' || (n - 1) || '_of_' || p.i, 'feature_' || n / 2 || '_of_' || p.i] end,
     'number[]', 'The mean of what was spent in week ' || n || E'.\\nMore about it.', 'features/part_' || n % 12 || '.ts',
     case when n % 3 = 0 then 'Owner ' || n % 7 end, jsonb_build_object('team', 'team ' || p.i % 9)
   from ${PIPELINES} cross join lateral generate_series(0, ${SIZE} - 1) n`,
    // A UUIDv7 begins with its milliseconds.
    `insert into run (project_id, id, pipeline_id, number, status, code_version, started_at, finished_at, last_seen_at, git)
   select $1, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
       || substr(md5(p.i || ' ' || r), 1, 3) || '8' || substr(md5(p.i || ' ' || r), 4, 15))::uuid,
     (select id from pipeline where project_id = $1 and name = 'pipeline_' || lpad(p.i::text, 3, '0')),
     r, case when r % 7 = 3 then 'failed' else 'succeeded' end, encode(sha256(p.i::text::bytea), 'hex'),
     at, at + interval '3 s', at, jsonb_build_object('commit', md5('commit' || p.i))
   from ${PIPELINES} cross join generate_series(1, ${runs}) r
   cross join lateral (select $2::timestamptz - make_interval(mins => (${runs} - r) * 60 + p.i) as at) t`,
    `insert into node_run (project_id, run_id, node, task, attempt, status)
   select $1, r.id, n.node, '', 0, case when n.position % 50 = 7 then 'failed' else 'succeeded' end
   from run r join node_version n on n.project_id = $1 and n.code_version = r.code_version
   where r.project_id = $1 and r.number = ${runs} and n.kind <> 'input'`,
    `insert into node_attribute (project_id, run_id, node, task, name, role, type, schema_version, value, attempt, writer, seq)
   select project_id, run_id, node, '', 'result', 'result', '${PROFILE_TYPE}', 1,
     jsonb_build_object('shape', (array['scalar', 'array', 'table'])[1 + length(node) % 3], 'dataType', 'object',
       'rows', 9466, 'columnCount', 3, 'columns', '[]'::jsonb, 'sampledRows', null), 0, gen_random_uuid(), 0
   from node_run where project_id = $1`,
    `insert into column_stat (project_id, run_id, node, task, attribute, "column", position, kind, data_type, count,
     missing, "distinct", profile, attempt, writer, seq)
   select project_id, run_id, node, '', 'result', 'column_' || c || case when c = 2 then '_local' else '' end, c,
     'numeric', 'number', 9466, 0, 100, '{}', 0, gen_random_uuid(), 0
   from node_run cross join generate_series(0, 2) c where project_id = $1`,
  ];
};

/** Fills a project with the newest runs of many pipelines, as drained runs would. */
export async function fillLargeProject(
  db: Database,
  projectId: string,
  size: Size,
  now: Date,
): Promise<void> {
  await withSystemClient(db, async (client) => {
    await client.query("set local statement_timeout = '5min'");
    for (const text of statements(size)) {
      await client.query(text, text.includes("$2") ? [projectId, now] : [projectId]);
    }
    // What autovacuum does within a minute; only the owner may.
    await client.query("set local role none");
    await client.query("analyze");
  });
}
