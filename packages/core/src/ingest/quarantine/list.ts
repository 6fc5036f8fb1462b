import { z } from "zod";
import { ID } from "./missing";
import { type QuarantineContext, reachOf, withReach } from "./reach";
import { type QuarantinedBatch, type QuarantinedRow, selectBatches, viewOf } from "./row";

const MOST = 999_999;

export const listQuarantineInput = z.object({
  /** For operators: only of this project. */
  projectId: z.uuid().optional(),
  limit: z.number().int().min(1).max(MOST),
  /** `next` of the page before. */
  cursor: z.string().regex(ID).nullish(),
});

export interface QuarantinePage {
  /** With those on other pages. */
  total: number;
  batches: QuarantinedBatch[];
  /** Where the next page begins; null when this is the last one. */
  next: string | null;
}

/** What was put aside, the oldest first. */
export async function listQuarantine(args: {
  ctx: QuarantineContext;
  input: z.infer<typeof listQuarantineInput>;
}): Promise<QuarantinePage> {
  const { ctx } = args;
  const reach = reachOf(ctx);
  const { limit, cursor, ...input } = listQuarantineInput.parse(args.input);
  const projectId = reach ?? input.projectId ?? null;
  return await withReach(ctx, async (tx) => {
    const [counted] = await tx.$queryRawUnsafe<{ total: number }[]>(COUNT, projectId);
    const rows = await tx.$queryRawUnsafe<QuarantinedRow[]>(LIST, projectId, cursor ?? "0", limit + 1);
    const batches = rows.slice(0, limit).map(viewOf);
    const next = rows.length > limit ? (batches.at(-1)?.id ?? null) : null;
    return { total: counted?.total ?? 0, batches, next };
  });
}

const COUNT = `
  select count(*)::int as total from quarantined_batch where (project_id = $1::uuid or $1::uuid is null)`;

const LIST = `${selectBatches("left(split_part(q.error, E'\\n', 1), 500)")}
  where (q.project_id = $1::uuid or $1::uuid is null) and q.id > $2::bigint
  order by q.id limit $3::int`;
