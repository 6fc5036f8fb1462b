import { withSystemClient } from "@heddle/db";
import { z } from "zod";
import { expiryOf } from "../retention/expiry";
import { lowestRunId } from "../retention/lowest-run-id";
import type { OperatorContext } from "./operator";

const MOST_COUNTED = 100_000;

const inputSchema = z.object({ projectId: z.uuid(), retentionDays: z.int().min(1) });

/** How many runs of a project retention would delete now, as far as it is worth counting. */
export async function countDueRuns(args: {
  ctx: OperatorContext;
  input: z.infer<typeof inputSchema>;
}): Promise<{ runs: number; more: boolean }> {
  const { ctx } = args;
  const { projectId, retentionDays } = inputSchema.parse(args.input);
  const { before, silentBefore } = expiryOf(ctx.now(), retentionDays);
  const values = [projectId, lowestRunId(before), silentBefore, MOST_COUNTED + 1];
  const { rows } = await withSystemClient(ctx.db, (client) => client.query<{ runs: number }>(COUNT, values));
  const runs = rows[0]?.runs ?? 0;
  return { runs: Math.min(runs, MOST_COUNTED), more: runs > MOST_COUNTED };
}

const COUNT = `
  select count(*)::int as runs from (
    select from run
    where project_id = $1 and id < $2::uuid and (status <> 'running' or last_seen_at < $3)
    order by id limit $4) due`;
