import type { QuarantineContext } from "./reach";
import { type Picked, type TakenOut, takeOut } from "./take-out";

/**
 * Puts batches back into the inbox as if they had just arrived; a `drain` job is then due for each project. One
 * that still cannot be stored comes back into quarantine after a few tries.
 */
export function retryQuarantined({
  ctx,
  input,
}: {
  ctx: QuarantineContext;
  input: Picked;
}): Promise<TakenOut> {
  return takeOut(ctx, input, { action: "quarantine.retried", sql: RETRY });
}

/** The lock keeps a purge from passing between: what it would leave in the inbox had no project. */
const RETRY = `
  with there as materialized (
    select id from project
    where id in (
      select project_id from quarantined_batch
      where id = any($1::bigint[]) and (project_id = $2::uuid or $2::uuid is null)) for key share),
  gone as (
    delete from quarantined_batch
    where id = any($1::bigint[]) and project_id in (select id from there) returning *)
  insert into ingest_batch (id, project_id, writer, batch, received_at, encoding, body)
  select id, project_id, writer, batch, received_at, encoding, body from gone order by id
  returning project_id::text as "projectId"`;
