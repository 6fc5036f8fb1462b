import type { PoolClient } from "@heddle/db";
import { DomainError } from "../error/domain-error";
import { isUuid } from "../run/uuid-text";
import { environmentOf } from "./compare-with-last-good";

/** A run that another may be compared with. */
export interface Candidate {
  id: string;
  number: number | null;
  pipelineId: string | null;
  status: string;
  tags: unknown;
  codeVersion: string | null;
  startedAt: Date;
}

const RUNS = `
  select id, number, pipeline_id as "pipelineId", status, tags, code_version as "codeVersion",
    started_at as "startedAt"
  from run where project_id = $1`;

export type Candidates = ReturnType<typeof candidatesOf>;

/** Ways to runs of a project that are worth comparing with each other. Each reads along an index. */
export function candidatesOf(client: PoolClient, projectId: string) {
  const ask = async (condition: string, ...values: unknown[]) =>
    (await client.query<Candidate>(`${RUNS} ${condition}`, [projectId, ...values])).rows;
  const one = async (condition: string, ...values: unknown[]) => (await ask(condition, ...values))[0] ?? null;
  return {
    /** `side` is how the caller knows the run. */
    async byId(id: string, side: "a" | "b" | "run"): Promise<Candidate> {
      const run = isUuid(id) ? await one("and id = $2", id) : null;
      if (run) return run;
      throw missingRun(side);
    },
    newest: (limit: number, status: string | null = null) =>
      status === null
        ? ask("order by id desc limit $2", limit)
        : ask("and status = $3 order by id desc limit $2", limit, status),
    newestOf: ({ pipelineId }: Candidate) => one("and pipeline_id = $2 order by id desc limit 1", pipelineId),
    previous: ({ pipelineId, id }: Candidate) =>
      one("and pipeline_id = $2 and id < $3 order by id desc limit 1", pipelineId, id),
    /** The last run of the pipeline, in the same environment if tagged so, that succeeded before this one. */
    lastGood: ({ pipelineId, id, tags }: Candidate) =>
      one(
        `and pipeline_id = $2 and id < $3 and status = 'succeeded'
         and tags ->> 'environment' is not distinct from $4::text order by id desc limit 1`,
        pipelineId,
        id,
        environmentOf(tags),
      ),
  };
}

/** The answer about a run of a comparison that does not exist, or exists in another project. */
export function missingRun(side: "a" | "b" | "run"): DomainError {
  const name = side === "run" ? "The run" : `Run ${side.toUpperCase()}`;
  return new DomainError("not_found", `${name} is not in this project.`, {
    path: `/${side}`,
    fix: "Choose another run: this one may be older than what the project keeps, or in another project.",
  });
}
