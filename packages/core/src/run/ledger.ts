import { type PoolClient, withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../context";
import { decodeCursor, encodeCursor } from "./cursor";
import { judgeGaps, mayMiss, type WriterGaps } from "./ledger-gaps";
import {
  type QuarantinedRow,
  type RefusedEvents,
  readQuarantined,
  readRefused,
  readWaiting,
  type WaitingRow,
} from "./ledger-losses";
import { readHoles, readHolesInFront, readWriters, type WriterRow } from "./ledger-rows";
import { type LedgerSum, sumUp } from "./ledger-sum";
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
  /** How often it came again and was left out; null when its receipt is no longer kept. */
  repeats: number | null;
  /** How often it was stored: more than once is a defect. */
  stored: number;
}

export interface LedgerWriter {
  writer: string;
  batches: number;
  events: number;
  refused: number;
  repeats: number;
  waiting: number;
  setAside: number;
  gaps: WriterGaps;
}

/** Where everything that is stored of a run came from, and what became of the rest. */
export interface RunLedger {
  totals: { events: number; batches: number; writers: number; longestDelayMs: number };
  sum: LedgerSum;
  /** Batches that came again and were left out, and how many events that was. */
  repeated: { batches: number; times: number; events: number };
  /** Batches that were stored more than once: a defect of ours. */
  storedAgain: number;
  /** Whether it is known that nothing of the run is to come: its end is here. */
  ended: boolean;
  /** How far the client's clock is ahead of ours at least, when that is more than 5 s. */
  clockAheadMs: number | null;
  /** The first 100 that reported. */
  writers: LedgerWriter[];
  /** By reason, as long as receipts are kept. In batches of these writers, which may be about other runs, too. */
  refused: RefusedEvents[];
  quarantined: (Omit<QuarantinedRow, "receivedAt" | "quarantinedAt"> & {
    receivedAt: string;
    quarantinedAt: string;
  })[];
  /** Ordered by writer, then by number. */
  batches: LedgerBatch[];
  nextCursor: string | null;
}

type BatchRow = Omit<LedgerBatch, "receivedAt" | "storedAt"> & { receivedAt: Date; storedAt: Date };

interface Run {
  id: string;
  pipelineId: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  dropped: Record<string, number>;
}

const RUN = {
  columns: `r.id, r.pipeline_id as "pipelineId", r.started_at as "startedAt", r.finished_at as "finishedAt", r.dropped`,
  tables: "run r",
};

/** The batches that brought a run, one page at a time, and what became of all that was recorded about it. */
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
    const run = await loadRun<Run>(client, projectId, input.runId, RUN);
    const writers = await readWriters(client, projectId, run.id);
    const ids = writers.map(({ writer }) => writer);
    const refused = await readRefused(client, projectId, writers);
    const quarantined = await readQuarantined(client, projectId, ids);
    const waiting = await readWaiting(client, projectId, ids);
    const listed = await judged(client, projectId, { run, writers, waiting, quarantined });
    const rows = await readBatches(client, [projectId, run.id, input.limit + 1, ...(after ?? [])]);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    const all = (key: "refused" | "repeats" | "repeatedBatches" | "repeatedEvents") =>
      total(writers, (one) => one[key]);
    return {
      totals: {
        events: writers[0]?.allEvents ?? 0,
        batches: writers[0]?.allBatches ?? 0,
        writers: writers[0]?.allWriters ?? 0,
        longestDelayMs: writers[0]?.longestDelayMs ?? 0,
      },
      sum: sumUp({
        stored: writers[0]?.allEvents ?? 0,
        refused: all("refused"),
        waiting: {
          batches: total(waiting, ({ batches }) => batches),
          events: total(waiting, ({ events }) => events),
        },
        setAside: { batches: quarantined.length, events: total(quarantined, ({ events }) => events) },
        missing: {
          batches: total(listed, ({ gaps }) => gaps.missingBatches ?? 0),
          events: listed.some(({ gaps }) => gaps.reason === "missing" && gaps.missingNumbers === null)
            ? null
            : total(listed, ({ gaps }) => gaps.missingNumbers ?? 0),
        },
        dropped: run.dropped,
      }),
      repeated: { batches: all("repeatedBatches"), times: all("repeats"), events: all("repeatedEvents") },
      storedAgain: writers[0]?.allStoredAgain ?? 0,
      ended: run.finishedAt !== null,
      clockAheadMs: clockAhead(run, writers),
      writers: listed,
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

function total<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

interface Known {
  run: Run;
  writers: WriterRow[];
  waiting: WaitingRow[];
  quarantined: QuarantinedRow[];
}

/** Adds to each writer what its numbers tell. */
async function judged(
  client: PoolClient,
  projectId: string,
  { run, writers, waiting, quarantined }: Known,
): Promise<LedgerWriter[]> {
  const doubtful = writers.filter(mayMiss).map(({ writer }) => writer);
  const holes = await readHoles(client, projectId, run.id, doubtful);
  // A run whose pipeline is known has begun here: what its writers sent before is not about it.
  const inFront = run.pipelineId === null ? await readHolesInFront(client, projectId, writers) : new Map();
  return writers.map((one) => {
    const found = holes.get(one.writer) ?? { holes: [], all: 0, batches: 0 };
    const front = inFront.get(one.writer);
    const setAside = quarantined.filter(({ writer }) => writer === one.writer).length;
    const waits = waiting.find(({ writer }) => writer === one.writer)?.batches ?? 0;
    const all = front
      ? {
          holes: [front, ...found.holes],
          all: found.all + 1,
          batches: found.batches + front.lastBatch - front.firstBatch + 1,
        }
      : found;
    return {
      ...{ writer: one.writer, batches: one.batches, events: one.events, refused: one.refused },
      ...{ repeats: one.repeats, waiting: waits, setAside },
      gaps: judgeGaps(one, all, waits + setAside),
    };
  });
}

const CLOCK_MS = 5000;

/** Nothing arrives before it has happened: what seems to was dated by a clock that is ahead. */
function clockAhead({ startedAt, finishedAt }: Run, writers: readonly WriterRow[]): number | null {
  if (writers.length === 0) return null;
  const first = Math.min(...writers.map(({ firstReceivedAt }) => firstReceivedAt.getTime()));
  const last = Math.max(...writers.map(({ lastReceivedAt }) => lastReceivedAt.getTime()));
  const ahead = Math.max(startedAt.getTime() - first, (finishedAt?.getTime() ?? 0) - last);
  return ahead > CLOCK_MS ? ahead : null;
}

// The limit keeps the planner to one look-up by key for each batch.
async function readBatches(client: PoolClient, values: unknown[]): Promise<BatchRow[]> {
  const after = values.length > 3 ? "and (writer, batch) > ($4::uuid, $5::bigint)" : "";
  const { rows } = await client.query<BatchRow>(
    `select b.writer, b.batch::float8, b.received_at as "receivedAt", b.stored_at as "storedAt", b.events,
       greatest(0, extract(epoch from b.stored_at - b.received_at) * 1000)::float8 as "delayMs",
       b.first_seq::float8 as "firstSeq", b.last_seq::float8 as "lastSeq", b.stored, r.repeats
     from (
       select * from run_batch where project_id = $1 and run_id = $2 ${after} order by writer, batch limit $3
     ) b
     left join lateral (
       select repeats from batch_receipt where project_id = $1 and writer = b.writer and batch = b.batch limit 1
     ) r on true
     order by b.writer, b.batch`,
    values,
  );
  return rows;
}
