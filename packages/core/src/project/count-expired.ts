import { withScopeClient } from "@heddle/db";
import { z } from "zod";
import { authorise, type Context } from "../context";
import { expiryOf } from "../retention/expiry";
import { lowestRunId } from "../retention/lowest-run-id";
import { retentionDays } from "./fields";

export const countExpiredInput = z.object({ retentionDays: retentionDays.unwrap() });

const MOST_COUNTED = 10_000;

export interface ExpiredCount {
  /** Runs that began before it would go. */
  before: string;
  /** How many there are now, up to `MOST_COUNTED`. */
  runs: number;
  /** There are more than that. */
  more: boolean;
}

/** What a shorter retention would delete, for whoever is about to choose it. */
export async function countExpiredRuns(args: {
  ctx: Context;
  input: z.infer<typeof countExpiredInput>;
}): Promise<ExpiredCount> {
  const { ctx } = args;
  authorise(ctx, "manage");
  const { retentionDays } = countExpiredInput.parse(args.input);
  const { before } = expiryOf(ctx.now(), retentionDays);
  const { rows } = await withScopeClient(ctx.db, ctx.scope, (client) =>
    client.query<{ runs: number }>(COUNT, [ctx.scope.projectId, lowestRunId(before), MOST_COUNTED + 1]),
  );
  const runs = rows[0]?.runs ?? 0;
  return {
    before: before.toISOString(),
    runs: Math.min(runs, MOST_COUNTED),
    more: runs > MOST_COUNTED,
  };
}

const COUNT = `
  select count(*)::int as runs
  from (select from run where project_id = $1 and id < $2::uuid order by id limit $3) expired`;
