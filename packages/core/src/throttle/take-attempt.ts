import { withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../context";
import { DomainError } from "../error/domain-error";
import { attemptKey } from "./attempt-key";
import type { Limit } from "./limits";

interface Attempt {
  ctx: InstanceContext;
  input: { limit: Limit; name: string };
}

/** One statement, so that attempts at the same moment in several processes all count. */
const TAKE = `
  insert into attempt_count (key, count, reset_at) values ($1, 1, $3)
  on conflict (key) do update set
    count = case when attempt_count.reset_at <= $2 then 1 else least(attempt_count.count, 1000000) + 1 end,
    reset_at = case when attempt_count.reset_at <= $2 then excluded.reset_at else attempt_count.reset_at end
  returning count, reset_at as "resetAt"`;

/** Takes one attempt; null when it was allowed, otherwise when the next ones will be. */
export async function takeAttempt({ ctx, input: { limit, name } }: Attempt): Promise<Date | null> {
  const now = ctx.now();
  const values = [attemptKey(limit, name), now, new Date(now.getTime() + limit.windowMs)];
  return withSystemClient(ctx.db, async (client) => {
    const { rows } = await client.query<{ count: number; resetAt: Date }>(TAKE, values);
    const [row] = rows;
    return row && row.count > limit.most ? row.resetAt : null;
  });
}

/** The same as a refusal: throws when there is no attempt left. */
export async function requireAttempt(args: Attempt): Promise<void> {
  const resetAt = await takeAttempt(args);
  if (resetAt === null) return;
  const minutes = Math.max(1, Math.ceil((resetAt.getTime() - args.ctx.now().getTime()) / 60_000));
  throw new DomainError("rate_limited", "There were too many attempts.", {
    fix: `Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.`,
  });
}

/** Gives all attempts back to a name that proved to be who it says. */
export async function forgiveAttempts({ ctx, input: { limit, name } }: Attempt): Promise<void> {
  await withSystemClient(ctx.db, (client) =>
    client.query("delete from attempt_count where key = $1", [attemptKey(limit, name)]),
  );
}
