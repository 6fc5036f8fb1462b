import { type PoolClient, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { DomainError } from "../error/domain-error";
import { isUuid } from "../run/uuid-text";
import type { ChooseRunsInput } from "./compare-inputs";
import { environmentOf } from "./compare-with-last-good";

/** Two runs that are worth comparing; null when there are no two runs of a pipeline. */
export interface ChosenRuns {
  a: string | null;
  b: string | null;
}

interface Candidate {
  id: string;
  pipelineId: string | null;
  status: string;
  tags: unknown;
}

const FIELDS = `id, pipeline_id as "pipelineId", status, tags`;
/** So many failed runs are looked at for one that has a good run before it. */
const TRIED = 20;

/**
 * What to compare when an address does not say: with `b`, the last good run before it, else the previous one;
 * with `a`, the newest run of its pipeline; with neither, the newest failed run that a good one came before, else
 * the newest run and the one before it.
 */
export async function chooseRuns({
  ctx,
  input,
}: {
  ctx: Context;
  input: ChooseRunsInput;
}): Promise<ChosenRuns> {
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const ask = async (text: string, ...values: unknown[]) =>
      (await client.query<Candidate>(text, [projectId, ...values])).rows;
    if (input.b !== undefined) {
      const b = await byId(client, projectId, input.b, "b");
      return { a: input.a ?? (await partnerOf(ask, b)), b: b.id };
    }
    if (input.a !== undefined) {
      const a = await byId(client, projectId, input.a, "a");
      const [newest] = await ask(
        `select ${FIELDS} from run where project_id = $1 and pipeline_id = $2 order by id desc limit 1`,
        a.pipelineId,
      );
      // The newest run has nothing after it: it is now, and its partner is then.
      if (!newest || newest.id === a.id) return { a: await partnerOf(ask, a), b: a.id };
      return { a: a.id, b: newest.id };
    }
    const failed = await ask(
      `select ${FIELDS} from run where project_id = $1 and status = 'failed' order by id desc limit ${TRIED}`,
    );
    for (const b of failed) {
      const a = await lastGood(ask, b);
      if (a !== null) return { a, b: b.id };
    }
    const recent = await ask(
      `select ${FIELDS} from run where project_id = $1 order by id desc limit ${TRIED}`,
    );
    for (const b of recent) {
      const a = await partnerOf(ask, b);
      if (a !== null) return { a, b: b.id };
    }
    return { a: null, b: null };
  });
}

type Ask = (text: string, ...values: unknown[]) => Promise<Candidate[]>;

async function byId(client: PoolClient, projectId: string, id: string, side: "a" | "b"): Promise<Candidate> {
  const { rows } = isUuid(id)
    ? await client.query<Candidate>(`select ${FIELDS} from run where project_id = $1 and id = $2`, [
        projectId,
        id,
      ])
    : { rows: [] };
  if (rows[0]) return rows[0];
  throw new DomainError("not_found", `Run ${side.toUpperCase()} is not in this project.`, {
    path: `/${side}`,
    fix: "Choose another run: this one may be older than what the project keeps, or in another project.",
  });
}

async function partnerOf(ask: Ask, run: Candidate): Promise<string | null> {
  return (await lastGood(ask, run)) ?? (await previous(ask, run));
}

async function lastGood(ask: Ask, run: Candidate): Promise<string | null> {
  const [good] = await ask(
    `select ${FIELDS} from run where project_id = $1 and pipeline_id = $2 and id < $3 and status = 'succeeded'
       and tags ->> 'environment' is not distinct from $4::text order by id desc limit 1`,
    run.pipelineId,
    run.id,
    environmentOf(run.tags),
  );
  return good?.id ?? null;
}

async function previous(ask: Ask, run: Candidate): Promise<string | null> {
  const [before] = await ask(
    `select ${FIELDS} from run where project_id = $1 and pipeline_id = $2 and id < $3 order by id desc limit 1`,
    run.pipelineId,
    run.id,
  );
  return before?.id ?? null;
}
