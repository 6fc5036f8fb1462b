import type { PoolClient } from "@heddle/db";
import type { FoundHoles, Hole, WriterFigures } from "./ledger-gaps";

export interface WriterRow extends WriterFigures {
  writer: string;
  firstReceivedAt: Date;
  lastReceivedAt: Date;
  /** Batches that came again, how often in all, and the events in those that came too much. */
  repeatedBatches: number;
  repeats: number;
  repeatedEvents: number;
  /** Batches that were stored more than once: a defect of ours. */
  storedAgain: number;
  /** Over all writers, also those beyond the limit. */
  allWriters: number;
  allBatches: number;
  allEvents: number;
  allStoredAgain: number;
  longestDelayMs: number;
}

/** Writers that are listed; the totals count all of them. */
const MOST_WRITERS = 100;

const WRITERS = `
  with own as (
    select writer, count(*)::int as batches, sum(events)::int as events, min(first_seq) as first_seq,
      max(last_seq) as last_seq, min(batch) as first_batch, max(batch) as last_batch,
      min(received_at) as first_received_at, max(received_at) as last_received_at,
      (count(*) filter (where stored > 1))::int as stored_again,
      count(*) over ()::int as all_writers, sum(count(*)) over ()::int as all_batches,
      sum(sum(events)) over ()::int as all_events, max(max(stored_at - received_at)) over () as longest,
      sum(count(*) filter (where stored > 1)) over ()::int as all_stored_again
    from run_batch where project_id = $1 and run_id = $2
    group by writer order by min(received_at), writer limit ${MOST_WRITERS}
  )
  select own.writer, own.batches, own.events, own.first_seq::float8 as "firstSeq", own.last_seq::float8 as "lastSeq",
    own.first_batch::float8 as "firstBatch", own.last_batch::float8 as "lastBatch",
    own.first_received_at as "firstReceivedAt", own.last_received_at as "lastReceivedAt",
    own.stored_again as "storedAgain", own.all_stored_again as "allStoredAgain",
    own.all_writers as "allWriters", own.all_batches as "allBatches", own.all_events as "allEvents",
    greatest(0, extract(epoch from own.longest) * 1000)::float8 as "longestDelayMs",
    kept.receipts, kept.own as "ownReceipts", kept.refused, kept.repeated as "repeatedBatches", kept.repeats,
    kept.repeated_events as "repeatedEvents"
  from own cross join lateral (
    select count(*)::int as receipts, count(b.batch)::int as own,
      coalesce(sum(jsonb_array_length(r.answer -> 'rejected')), 0)::int as refused,
      (count(b.batch) filter (where r.repeats > 0))::int as repeated,
      (coalesce(sum(r.repeats) filter (where b.batch is not null), 0))::int as repeats,
      (coalesce(sum(r.repeats * b.events), 0))::int as repeated_events
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

/** Holes that are named for each writer. */
const MOST_HOLES = 20;

/**
 * Where numbers are left out between two of the run's batches, in the order of numbers, the batches between them that
 * have no receipt. Numbers that other runs have, or that were refused, are not missing: receipts tell how many these
 * are. Both ends have one: holes are only looked for where all receipts of the run are kept.
 */
const HOLES = `
  with entry as (
    select b.writer, b.batch, b.first_seq, lag(b.batch) over w as before, lag(b.last_seq) over w as before_seq
    from unnest($3::uuid[]) as wanted (writer)
    join run_batch b on b.project_id = $1 and b.run_id = $2 and b.writer = wanted.writer
    window w as (partition by b.writer order by b.first_seq)
  ), hole as (
    select entry.writer, step.before + 1 as first_batch, step.batch - 1 as last_batch,
      entry.before_seq + 1 as first_seq, entry.first_seq - 1 as last_seq,
      entry.first_seq - entry.before_seq - 1 - step.others as numbers
    from entry cross join lateral (
      select r.batch, lag(r.batch) over (order by r.batch) as before,
        sum(greatest(0, (r.answer ->> 'accepted')::int + jsonb_array_length(r.answer -> 'rejected')
          - coalesce(b.last_seq - b.first_seq + 1, 0))) over () as others
      from batch_receipt r
      left join run_batch b on b.project_id = $1 and b.run_id = $2 and b.writer = r.writer and b.batch = r.batch
      where r.project_id = $1 and r.writer = entry.writer and r.batch between entry.before and entry.batch
    ) step
    where entry.first_seq > entry.before_seq + 1 and entry.batch > entry.before + 1 and step.batch > step.before + 1
  ), ranked as (
    select *, row_number() over (partition by writer order by first_batch) as place,
      count(*) over (partition by writer) as holes,
      sum(last_batch - first_batch + 1) over (partition by writer) as batches
    from hole where numbers > 0
  )
  select writer, first_batch::float8 as "firstBatch", last_batch::float8 as "lastBatch",
    first_seq::float8 as "firstSeq", last_seq::float8 as "lastSeq", numbers::float8, holes::int as all, batches::float8
  from ranked where place <= ${MOST_HOLES} order by writer, place`;

/** By writer, the batches that never came between those of the run. */
export async function readHoles(
  client: PoolClient,
  projectId: string,
  runId: string,
  writers: string[],
): Promise<Map<string, FoundHoles>> {
  const found = new Map<string, FoundHoles>();
  if (writers.length === 0) return found;
  type Row = Hole & { writer: string; all: number; batches: number };
  const { rows } = await client.query<Row>(HOLES, [projectId, runId, writers]);
  for (const { writer, all, batches, ...hole } of rows) {
    const known = found.get(writer) ?? { holes: [], all, batches };
    known.holes.push(hole);
    found.set(writer, known);
  }
  return found;
}

const BEFORE = `
  select wanted.writer, before.batch::float8 as batch
  from unnest($2::uuid[], $3::bigint[]) as wanted (writer, first)
  left join lateral (
    select batch from batch_receipt r where r.project_id = $1 and r.writer = wanted.writer and r.batch < wanted.first
    order by r.batch desc limit 1
  ) before on true`;

/** For a run whose beginning is not here: batches that never came just before the first of each writer. */
export async function readHolesInFront(
  client: PoolClient,
  projectId: string,
  writers: readonly WriterRow[],
): Promise<Map<string, Hole>> {
  const { rows } = await client.query<{ writer: string; batch: number | null }>(BEFORE, [
    projectId,
    writers.map(({ writer }) => writer),
    writers.map(({ firstBatch }) => firstBatch),
  ]);
  const holes = new Map<string, Hole>();
  for (const { writer, batch } of rows) {
    const own = writers.find((one) => one.writer === writer);
    const next = (batch ?? -1) + 1;
    if (!own || own.firstSeq === 0 || own.ownReceipts < own.batches || next >= own.firstBatch) continue;
    holes.set(writer, {
      ...{ firstBatch: next, lastBatch: own.firstBatch - 1 },
      ...{ firstSeq: batch === null ? 0 : null, lastSeq: own.firstSeq - 1 },
      numbers: batch === null ? own.firstSeq : null,
    });
  }
  return holes;
}
