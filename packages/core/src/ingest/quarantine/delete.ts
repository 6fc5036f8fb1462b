import type { QuarantineContext } from "./reach";
import { type Picked, type TakenOut, takeOut } from "./take-out";

/** Deletes batches for good: what was in them is lost, because clients do not send again what was accepted. */
export function deleteQuarantined({
  ctx,
  input,
}: {
  ctx: QuarantineContext;
  input: Picked;
}): Promise<TakenOut> {
  return takeOut(ctx, input, { action: "quarantine.deleted", sql: DELETE });
}

const DELETE = `
  delete from quarantined_batch
  where id = any($1::bigint[]) and (project_id = $2::uuid or $2::uuid is null)
  returning project_id::text as "projectId"`;
