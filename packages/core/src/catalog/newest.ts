/** How many runs of a pipeline without a code version are passed over. */
const LOOK_BACK = 20;

/** CTE: the newest run of each pipeline that says which code it ran. `$1` is the project. */
export const NEWEST = `newest as materialized (
  select p.id as pipeline_id, p.name as pipeline, r.id as run_id, r.number, r.code_version,
    r.status as run_status, r.started_at
  from pipeline p cross join lateral (
    select * from (
      select id, number, code_version, status, started_at from run
      where project_id = $1 and pipeline_id = p.id order by id desc limit ${LOOK_BACK}
    ) as last where code_version is not null order by id desc limit 1
  ) r where p.project_id = $1
)`;

/** Nodes of the newest versions: `w` is the run, `n` the definition. */
export const NODES = "newest w join node_version n on n.project_id = $1 and n.code_version = w.code_version";

/** The status of a node's tasks taken together, over rows of `node_run`. */
export const FOLDED_STATUS = `(array['skipped', 'succeeded', 'running', 'failed'])[max(case r.status
  when 'failed' then 4 when 'running' then 3 when 'succeeded' then 2 else 1 end)]`;

/** CTE: what became of each node in the newest run of its pipeline. */
export const RAN = `ran as (
  select w.run_id, r.node, ${FOLDED_STATUS} as status
  from newest w join node_run r on r.project_id = $1 and r.run_id = w.run_id group by w.run_id, r.node
)`;

/** The status to show of a node: as `nodeStatus` has it. */
export const STATUS = `coalesce(ran.status, case when n.kind = 'input' then 'succeeded'
  when w.run_status = 'running' then 'pending' else 'skipped' end)`;

/** CTE: the shape of what each node gave in the newest run; `type` is the parameter of the profile's type. */
export const shapes = (type: string) => `shapes as (
  select w.run_id, a.node, min(a.value ->> 'shape') as shape
  from newest w join node_attribute a on a.project_id = $1 and a.run_id = w.run_id
    and a.type = ${type} and a.role = 'result'
  group by w.run_id, a.node
)`;
