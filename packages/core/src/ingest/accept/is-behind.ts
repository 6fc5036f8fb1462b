import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../../context";

/** What may wait of a project: some hours of a busy one, and far less than a disk. */
export const MOST_WAITING = { batches: 20_000, bytes: 1024 ** 3 };

/** Whether so much of the project waits to be stored that no more may come. Looks at no more rows than it has to. */
export async function isBehind({ ctx }: { ctx: Context }): Promise<boolean> {
  authorise(ctx, "ingest");
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const { rows } = await client.query<{ batches: number; bytes: number }>(WAITING, [ctx.scope.projectId]);
    const [{ batches, bytes } = { batches: 0, bytes: 0 }] = rows;
    return batches >= MOST_WAITING.batches || bytes >= MOST_WAITING.bytes;
  });
}

const WAITING = `
  select count(*)::int as batches, coalesce(sum(size), 0)::float8 as bytes from (
    select octet_length(body) as size from ingest_batch where project_id = $1 limit ${MOST_WAITING.batches}) waiting`;
