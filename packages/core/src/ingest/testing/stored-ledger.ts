import type { Database } from "@heddle/db";
import { withSystemClient } from "@heddle/db";

interface Entry {
  run_id: string;
  writer: string;
  batch: number;
  events: number;
  first_seq: number;
  last_seq: number;
  stored: number;
}

/** A project's ledger, without its times. */
export async function storedLedger(db: Database, projectId: string): Promise<Entry[]> {
  return await withSystemClient(db, async (client) => {
    const { rows } = await client.query<Entry>(
      `select run_id, writer, batch::int, events, first_seq::int, last_seq::int, stored from run_batch
       where project_id = $1 order by run_id, writer, batch`,
      [projectId],
    );
    return rows;
  });
}
