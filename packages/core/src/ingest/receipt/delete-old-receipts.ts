import { withSystemClient } from "@heddle/db";
import type { InstanceContext } from "../../context";

const KEPT_DAYS = 14;
const AT_ONCE = 5000;

/** Deletes receipts that nobody can ask for again, a few at a time. Returns how many. */
export async function deleteOldReceipts({ ctx }: { ctx: InstanceContext }): Promise<number> {
  const before = new Date(ctx.now().getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  for (let total = 0; ; ) {
    const { rowCount } = await withSystemClient(ctx.db, (client) =>
      client.query(
        `delete from batch_receipt where (project_id, writer, batch) in (
           select project_id, writer, batch from batch_receipt where received_at < $1 limit ${AT_ONCE})`,
        [before],
      ),
    );
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_ONCE) return total;
  }
}
