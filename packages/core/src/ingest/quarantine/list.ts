import { withSystemClient } from "@heddle/db";
import type { OperatorContext } from "../../instance/operator";

/** A batch that was accepted and could not be stored. */
export interface QuarantinedBatch {
  id: string;
  /** Address of the project; null for one that is gone. */
  org: string | null;
  project: string | null;
  writer: string;
  batch: number;
  /** As it came, compressed or not. */
  bytes: number;
  receivedAt: string;
  quarantinedAt: string;
  /** First line of why. */
  error: string;
}

interface Row extends Omit<QuarantinedBatch, "receivedAt" | "quarantinedAt"> {
  receivedAt: Date;
  quarantinedAt: Date;
}

/** What was put aside, the oldest first, of one project or of all. `total` counts those beyond the limit, too. */
export async function listQuarantine(args: {
  ctx: Pick<OperatorContext, "db">;
  input: { projectId?: string | undefined; limit: number };
}): Promise<{ total: number; batches: QuarantinedBatch[] }> {
  const { projectId = null, limit } = args.input;
  return await withSystemClient(args.ctx.db, async (client) => {
    const counted = await client.query<{ total: number }>(
      "select count(*)::int as total from quarantined_batch where project_id = $1 or $1::uuid is null",
      [projectId],
    );
    const { rows } = await client.query<Row>(LIST, [projectId, limit]);
    const batches = rows.map(({ receivedAt, quarantinedAt, ...row }) => ({
      ...row,
      receivedAt: receivedAt.toISOString(),
      quarantinedAt: quarantinedAt.toISOString(),
    }));
    return { total: counted.rows[0]?.total ?? 0, batches };
  });
}

const LIST = `
  select q.id::text, o.slug as org, p.slug as project, q.writer, q.batch::float8 as batch,
    octet_length(q.body) as bytes, q.received_at as "receivedAt", q.quarantined_at as "quarantinedAt",
    split_part(q.error, E'\\n', 1) as error
  from quarantined_batch q
  left join project p on p.id = q.project_id
  left join organization o on o.id = p.organization_id
  where q.project_id = $1 or $1::uuid is null
  order by q.id limit $2`;
