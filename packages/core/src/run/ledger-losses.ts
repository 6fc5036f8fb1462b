import type { PoolClient } from "@heddle/db";
import type { WriterRow } from "./ledger-rows";

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

/** Set aside: the newest of each project that are looked at, of which those of the writers are shown. */
const MOST_QUARANTINED = 50;

const QUARANTINED = `
  select q.id::text, q.writer, q.batch::float8, q.received_at as "receivedAt", q.quarantined_at as "quarantinedAt",
    left(split_part(q.error, E'\\n', 1), 300) as error, coalesce((r.answer ->> 'accepted')::int, 0) as events
  from quarantined_batch q
  left join lateral (
    select answer from batch_receipt where project_id = $1 and writer = q.writer and batch = q.batch limit 1
  ) r on true
  where q.project_id = $1 and q.writer = any($2::uuid[]) order by q.id desc limit ${MOST_QUARANTINED}`;

export interface QuarantinedRow {
  id: string;
  writer: string;
  batch: number;
  receivedAt: Date;
  quarantinedAt: Date;
  error: string;
  events: number;
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

/** Of a longer inbox the oldest batches are looked at: they are stored first. */
const MOST_WAITING = 5000;

const WAITING = `
  select i.writer, count(*)::int as batches, coalesce(sum((r.answer ->> 'accepted')::int), 0)::int as events
  from (
    select writer, batch from ingest_batch where project_id = $1 order by id limit ${MOST_WAITING}
  ) i
  left join lateral (
    select answer from batch_receipt where project_id = $1 and writer = i.writer and batch = i.batch limit 1
  ) r on true
  where i.writer = any($2::uuid[]) group by 1`;

export interface WaitingRow {
  writer: string;
  batches: number;
  events: number;
}

/** What has arrived from these writers and is not stored yet. It may be about other runs. */
export async function readWaiting(
  client: PoolClient,
  projectId: string,
  writers: string[],
): Promise<WaitingRow[]> {
  if (writers.length === 0) return [];
  const { rows } = await client.query<WaitingRow>(WAITING, [projectId, writers]);
  return rows;
}
