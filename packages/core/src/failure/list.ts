import { nameKey, type PoolClient, withScopeClient } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "../run/cursor";
import { isUuid } from "../run/uuid-text";
import { readFailures } from "./read";
import { FAILURE_STATES, type FailureState } from "./state";
import type { FailureSummary } from "./view";

export const listFailuresInput = z.object({
  state: z.enum(FAILURE_STATES).optional(),
  pipeline: z.string().min(1).max(4096).optional(),
  cursor: z.string().min(1).max(200).nullish(),
  limit: z.number().int().min(1).max(100).default(50),
});

/** Failures that are looked at for one page and for the counts, so that neither depends on how many there are. */
const WINDOW = 1000;

export interface FailurePage {
  failures: FailureSummary[];
  /** A page may hold fewer than `limit` and still not be the last: only null says that it is. */
  nextCursor: string | null;
  /** Failures in each state, among the newest thousand. */
  counts: Record<FailureState, number>;
}

/** Groups of same failures, the one that failed last first, page by page. */
export async function listFailures(args: {
  ctx: Context;
  input: z.input<typeof listFailuresInput>;
}): Promise<FailurePage> {
  const { ctx } = args;
  authorise(ctx, "read");
  const { state, pipeline, cursor, limit } = listFailuresInput.parse(args.input);
  const { projectId } = ctx.scope;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const read = (after: string | null) => readWindow(client, { projectId, pipeline, after, now: ctx.now() });
    const newest = await read(null);
    const window = cursor ? await read(cursor) : newest;
    const fitting = window.filter((failure) => state === undefined || failure.state === state);
    const failures = fitting.slice(0, limit);
    const last = fitting.length > limit ? failures.at(-1) : window.length === WINDOW ? window.at(-1) : null;
    const nextCursor = last ? encodeCursor([last.lastRun.id, last.id]) : null;
    return { failures, nextCursor, counts: countsOf(newest) };
  });
}

async function readWindow(
  client: PoolClient,
  asked: { projectId: string; pipeline: string | undefined; after: string | null; now: Date },
): Promise<FailureSummary[]> {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value) + 2}`;
  const conditions = ["true"];
  if (asked.pipeline !== undefined) {
    const key = add(nameKey(asked.pipeline).key);
    conditions.push(`f.pipeline_id = (select id from pipeline where project_id = $1 and name = ${key})`);
  }
  if (asked.after !== null) {
    const place = decodeCursor(asked.after, (parts) => parts.length === 2 && parts.every(isUuid));
    const [run, id] = place.map(add);
    conditions.push(`(f.last_run_id, f.id) < (${run}::uuid, ${id}::uuid)`);
  }
  const condition = conditions.join(" and ");
  return readFailures(client, { projectId: asked.projectId, condition, values, limit: WINDOW }, asked.now);
}

function countsOf(failures: FailureSummary[]): Record<FailureState, number> {
  const counts = { open: 0, acknowledged: 0, muted: 0, recovered: 0 };
  for (const { state } of failures) counts[state]++;
  return counts;
}
