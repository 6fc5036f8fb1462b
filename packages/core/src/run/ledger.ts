import { type PoolClient, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "./cursor";
import { judgeGaps, type WriterGaps } from "./ledger-gaps";
import { type RefusedEvents, readQuarantined, readRefused, readWriters } from "./ledger-rows";
import { loadRun } from "./load-run";
import type { GetRunLedgerInput } from "./page-inputs";
import { isUuid } from "./uuid-text";

/** What one batch brought of the run. Times are of the server; `delayMs` lies between them. */
export interface LedgerBatch {
  writer: string;
  batch: number;
  receivedAt: string;
  storedAt: string;
  delayMs: number;
  events: number;
  firstSeq: number;
  lastSeq: number;
}

export interface LedgerWriter {
  writer: string;
  batches: number;
  events: number;
  refused: number;
  gaps: WriterGaps;
}

/** Where everything that is stored of a run came from. */
export interface RunLedger {
  totals: { events: number; batches: number; writers: number; refused: number; longestDelayMs: number };
  /** The first 100 that reported. */
  writers: LedgerWriter[];
  /** By reason, as long as receipts are kept. In batches of these writers, which may be about other runs, too. */
  refused: RefusedEvents[];
  quarantined: {
    id: string;
    writer: string;
    batch: number;
    receivedAt: string;
    quarantinedAt: string;
    error: string;
  }[];
  /** Ordered by writer, then by number. */
  batches: LedgerBatch[];
  nextCursor: string | null;
}

type BatchRow = Omit<LedgerBatch, "receivedAt" | "storedAt"> & { receivedAt: Date; storedAt: Date };

/** The batches that brought a run, one page at a time, and what is known not to have come. */
export async function getRunLedger({
  ctx,
  input,
}: {
  ctx: Context;
  input: GetRunLedgerInput;
}): Promise<RunLedger> {
  authorise(ctx, "read");
  const { projectId } = ctx.scope;
  const after = input.cursor
    ? decodeCursor(input.cursor, ([writer = "", batch = "", ...rest]) => {
        return isUuid(writer) && /^\d{1,15}$/.test(batch) && rest.length === 0;
      })
    : null;
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const run = await loadRun<{ id: string }>(client, projectId, input.runId, {
      columns: "r.id",
      tables: "run r",
    });
    const writers = await readWriters(client, projectId, run.id);
    const refused = await readRefused(client, projectId, writers);
    const quarantined = await readQuarantined(
      client,
      projectId,
      writers.map(({ writer }) => writer),
    );
    const rows = await readBatches(client, [projectId, run.id, input.limit + 1, ...(after ?? [])]);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      totals: {
        events: writers[0]?.allEvents ?? 0,
        batches: writers[0]?.allBatches ?? 0,
        writers: writers[0]?.allWriters ?? 0,
        refused: writers.reduce((sum, one) => sum + one.refused, 0),
        longestDelayMs: writers[0]?.longestDelayMs ?? 0,
      },
      writers: writers.map((one) => ({
        writer: one.writer,
        batches: one.batches,
        events: one.events,
        refused: one.refused,
        gaps: judgeGaps(one),
      })),
      refused,
      quarantined: quarantined.map((one) => ({
        ...one,
        receivedAt: one.receivedAt.toISOString(),
        quarantinedAt: one.quarantinedAt.toISOString(),
      })),
      batches: page.map((row) => ({
        ...row,
        receivedAt: row.receivedAt.toISOString(),
        storedAt: row.storedAt.toISOString(),
      })),
      nextCursor: rows.length > page.length && last ? encodeCursor([last.writer, String(last.batch)]) : null,
    };
  });
}

async function readBatches(client: PoolClient, values: unknown[]): Promise<BatchRow[]> {
  const after = values.length > 3 ? "and (writer, batch) > ($4::uuid, $5::bigint)" : "";
  const { rows } = await client.query<BatchRow>(
    `select writer, batch::float8, received_at as "receivedAt", stored_at as "storedAt", events,
       greatest(0, extract(epoch from stored_at - received_at) * 1000)::float8 as "delayMs",
       first_seq::float8 as "firstSeq", last_seq::float8 as "lastSeq"
     from run_batch where project_id = $1 and run_id = $2 ${after} order by writer, batch limit $3`,
    values,
  );
  return rows;
}
