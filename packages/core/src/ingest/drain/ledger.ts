import type { TelemetryEvent } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { keyOf } from "../fold/folded";
import type { InboxBatch } from "./claim";

/** What one batch brought of one run. */
export interface LedgerEntry {
  run_id: string;
  writer: string;
  batch: string;
  received_at: Date;
  events: number;
  first_seq: number;
  last_seq: number;
  /** How often the batch was in the inbox: more than once would be a defect. */
  stored: number;
}

/** Entries of a batch, one for each run that its events are about. */
export function ledgerOf(
  { writer, batch, receivedAt }: Pick<InboxBatch, "writer" | "batch" | "receivedAt">,
  events: readonly Pick<TelemetryEvent, "runId" | "seq">[],
): LedgerEntry[] {
  const entries = new Map<string, LedgerEntry>();
  for (const { runId, seq } of events) {
    const known = entries.get(runId);
    if (known) {
      known.events++;
      known.first_seq = Math.min(known.first_seq, seq);
      known.last_seq = Math.max(known.last_seq, seq);
    } else {
      entries.set(runId, {
        run_id: runId,
        writer,
        batch,
        received_at: receivedAt,
        events: 1,
        first_seq: seq,
        last_seq: seq,
        stored: 1,
      });
    }
  }
  return [...entries.values()];
}

/** Notes which batches brought the runs. A batch that is stored once more keeps its first entries, and counts. */
export async function writeLedger(
  client: PoolClient,
  projectId: string,
  entries: LedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const distinct = withoutRepetition(entries);
  const values = COLUMNS.map((column) => distinct.map((entry) => entry[column]));
  await client.query(INSERT, [projectId, ...values]);
}

/** One statement can change a row once only. */
function withoutRepetition(entries: LedgerEntry[]): LedgerEntry[] {
  const distinct = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const key = keyOf(entry.run_id, entry.writer, entry.batch);
    const known = distinct.get(key);
    distinct.set(key, known ? { ...known, stored: known.stored + entry.stored } : entry);
  }
  return [...distinct.values()];
}

const COLUMNS = [
  "run_id",
  "writer",
  "batch",
  "received_at",
  "events",
  "first_seq",
  "last_seq",
  "stored",
] as const;
const INSERT = `
  insert into run_batch (project_id, ${COLUMNS.join(", ")}, stored_at)
  select $1, incoming.*, clock_timestamp() from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::timestamptz[],
    $6::int[], $7::bigint[], $8::bigint[], $9::int[]) as incoming
  on conflict (project_id, run_id, writer, batch) do update set stored = run_batch.stored + excluded.stored`;
