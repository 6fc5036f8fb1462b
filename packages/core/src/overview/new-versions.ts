import type { PoolClient } from "@heddle/db";
import type { Windows } from "./range";

/** Code versions whose first run began in the range. */
export interface NewVersions {
  count: number;
  pipelines: number;
  /** Step by step. */
  steps: number[];
}

interface Row {
  /** Null in the line of all. */
  step: number | null;
  count: number;
  pipelines: number;
}

const NEW_VERSIONS = `
  select step, count(*)::int as count, count(distinct pipeline)::int as pipelines from (
    select v.pipeline,
      least($4::int - 1, floor(extract(epoch from first.started_at - $2::timestamptz) * 1000 / $3))::int as step
    from code_version v cross join lateral (
      select r.started_at from run r where r.project_id = $1 and r.code_version = v.hash order by r.id limit 1
    ) as first
    where v.project_id = $1 and v.created_at >= $2 and first.started_at >= $2
  ) as fresh group by grouping sets ((), (step))`;

export async function readNewVersions(
  client: PoolClient,
  projectId: string,
  { from, stepMs, steps }: Windows,
): Promise<NewVersions> {
  const { rows } = await client.query<Row>(NEW_VERSIONS, [projectId, from, stepMs, steps]);
  const all = rows.find(({ step }) => step === null);
  const countOf = (index: number) => rows.find(({ step }) => step === index)?.count ?? 0;
  return {
    count: all?.count ?? 0,
    pipelines: all?.pipelines ?? 0,
    steps: Array.from({ length: steps }, (_, index) => countOf(index)),
  };
}
