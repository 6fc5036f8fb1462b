import type { PoolClient } from "@heddle/db";

/** A batch in the inbox, locked until the transaction ends. */
export interface InboxBatch {
  id: string;
  writer: string;
  batch: string;
  receivedAt: Date;
  encoding: "gzip" | "identity";
  body: Buffer;
  /** Positions of the events that were refused on arrival; null: nobody has looked yet. */
  rejected: number[] | null;
}

/** Bounds of one transaction. */
const MOST_BATCHES = 64;
const MOST_BYTES = 4 * 1024 * 1024;

/** Projects with something in the inbox, the one served least recently first. */
export async function findProjects(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`
    select p.id from project p
    where exists (select from ingest_batch b where b.project_id = p.id and b.attempts = 0)
    order by p.served_at, p.id limit 20`);
  return rows.map((row) => row.id);
}

/**
 * The oldest batches of a project that no other worker has and that never failed. Without those of writers of which
 * another has some just now: they are mostly about the same runs, whose locks it would only wait for.
 */
export async function claimBatches(client: PoolClient, projectId: string): Promise<InboxBatch[]> {
  const { rows } = await client.query<{ id: string; size: number }>(CLAIM, [projectId]);
  const ids: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += row.size;
    if (ids.length === 0 || bytes <= MOST_BYTES) ids.push(row.id);
  }
  return ids.length === 0 ? [] : await readBodies(client, ids);
}

const CLAIM = `
  with oldest as materialized (
    select id, writer from ingest_batch where project_id = $1 and attempts = 0 order by id limit ${2 * MOST_BATCHES}
  ), free as materialized (
    select writer from (select distinct writer from oldest) writers
    where pg_try_advisory_xact_lock(hashtextextended('heddle.drain.' || writer, 0))
  )
  select id, octet_length(body) as size from ingest_batch
  where id = any(array(select id from oldest join free using (writer)))
  order by id limit ${MOST_BATCHES} for update skip locked`;

/** One batch, or nothing when another worker has it or has finished it. */
export async function claimBatch(client: PoolClient, id: string): Promise<InboxBatch[]> {
  const { rows } = await client.query("select id from ingest_batch where id = $1 for update skip locked", [
    id,
  ]);
  return rows.length === 0 ? [] : await readBodies(client, [id]);
}

async function readBodies(client: PoolClient, ids: string[]): Promise<InboxBatch[]> {
  const { rows } = await client.query<InboxBatch>(
    `select id, writer, batch, received_at as "receivedAt", encoding, body, rejected
     from ingest_batch where id = any($1::bigint[]) order by id`,
    [ids],
  );
  return rows;
}
