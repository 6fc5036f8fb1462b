import type { PoolClient } from "@heddle/db";
import type { WriterFigures } from "./ledger-gaps";

export interface WriterRow extends WriterFigures {
  writer: string;
  firstReceivedAt: Date;
  /** Over all writers, also those beyond the limit. */
  allWriters: number;
  allBatches: number;
  allEvents: number;
  longestDelayMs: number;
}

/** Writers that are listed; the totals count all of them. */
const MOST_WRITERS = 100;

const WRITERS = `
  with own as (
    select writer, count(*)::int as batches, sum(events)::int as events, min(first_seq) as first_seq,
      max(last_seq) as last_seq, min(batch) as first_batch, max(batch) as last_batch,
      min(received_at) as first_received_at, max(stored_at - received_at) as delay,
      count(*) over ()::int as all_writers, sum(count(*)) over ()::int as all_batches,
      sum(sum(events)) over ()::int as all_events, max(max(stored_at - received_at)) over () as longest
    from run_batch where project_id = $1 and run_id = $2
    group by writer order by min(received_at), writer limit ${MOST_WRITERS}
  )
  select own.writer, own.batches, own.events, own.first_seq::float8 as "firstSeq", own.last_seq::float8 as "lastSeq",
    own.first_batch::float8 as "firstBatch", own.last_batch::float8 as "lastBatch",
    own.first_received_at as "firstReceivedAt", own.all_writers as "allWriters", own.all_batches as "allBatches",
    own.all_events as "allEvents",
    greatest(0, extract(epoch from own.longest) * 1000)::float8 as "longestDelayMs",
    kept.receipts, kept.own as "ownReceipts", kept.refused
  from own cross join lateral (
    select count(*)::int as receipts, count(b.batch)::int as own,
      coalesce(sum(jsonb_array_length(r.answer -> 'rejected')), 0)::int as refused
    from batch_receipt r
    left join run_batch b on b.project_id = $1 and b.run_id = $2 and b.writer = r.writer and b.batch = r.batch
    where r.project_id = $1 and r.writer = own.writer and r.batch between own.first_batch and own.last_batch
  ) kept
  order by own.first_received_at, own.writer`;

/** The processes that reported about a run, the first one first. */
export async function readWriters(
  client: PoolClient,
  projectId: string,
  runId: string,
): Promise<WriterRow[]> {
  const { rows } = await client.query<WriterRow>(WRITERS, [projectId, runId]);
  return rows;
}

const REFUSED = `
  select refusal ->> 'code' as code, count(*)::int as events, min(refusal ->> 'message') as message,
    min(refusal ->> 'fix') as fix
  from unnest($2::uuid[], $3::bigint[], $4::bigint[]) as wanted (writer, first, last)
  join batch_receipt r on r.project_id = $1 and r.writer = wanted.writer and r.batch between wanted.first and wanted.last
  cross join lateral jsonb_array_elements(r.answer -> 'rejected') as refusal
  group by 1 order by 2 desc, 1 limit 20`;

export interface RefusedEvents {
  code: string;
  events: number;
  /** Of one of them. */
  message: string;
  fix: string | null;
}

/** Events that the server refused in the batches of these writers, by reason. */
export async function readRefused(
  client: PoolClient,
  projectId: string,
  writers: WriterRow[],
): Promise<RefusedEvents[]> {
  if (writers.every(({ refused }) => refused === 0)) return [];
  const { rows } = await client.query<RefusedEvents>(REFUSED, [
    projectId,
    ...(["writer", "firstBatch", "lastBatch"] as const).map((key) => writers.map((one) => one[key])),
  ]);
  return rows;
}

const QUARANTINED = `
  select id::text, writer, batch::float8, received_at as "receivedAt", quarantined_at as "quarantinedAt",
    left(split_part(error, E'\\n', 1), 300) as error
  from quarantined_batch where project_id = $1 and writer = any($2::uuid[]) order by id desc limit 50`;

export interface QuarantinedRow {
  id: string;
  writer: string;
  batch: number;
  receivedAt: Date;
  quarantinedAt: Date;
  error: string;
}

/** Batches of these writers that could not be stored, the newest first. They may be about other runs. */
export async function readQuarantined(
  client: PoolClient,
  projectId: string,
  writers: string[],
): Promise<QuarantinedRow[]> {
  if (writers.length === 0) return [];
  const { rows } = await client.query<QuarantinedRow>(QUARANTINED, [projectId, writers]);
  return rows;
}
