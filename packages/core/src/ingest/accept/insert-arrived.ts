import type { TelemetryAnswer } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { type Arrived, keyOf } from "./arrived";

export interface Answered {
  arrived: Arrived;
  answer: TelemetryAnswer;
}

/** Stores those of these batches, all of different names, whose names are not used yet. Returns which. */
export async function insertArrived(
  client: PoolClient,
  projectId: string,
  batches: Answered[],
): Promise<Arrived[]> {
  const { rows } = await client.query<{ writer: string; batch: string }>(INSERT_RECEIPTS, [
    projectId,
    batches.map(({ arrived }) => arrived.writer),
    batches.map(({ arrived }) => arrived.batch),
    batches.map(({ arrived }) => Buffer.from(arrived.digest)),
    batches.map(({ answer }) => JSON.stringify(answer)),
    batches.map(({ arrived }) => arrived.receivedAt),
  ]);
  const names = new Set(rows.map(keyOf));
  const stored = batches.map(({ arrived }) => arrived).filter((arrived) => names.has(keyOf(arrived)));
  await insertBodies(
    client,
    projectId,
    stored.filter(({ accepted }) => accepted > 0),
  );
  return stored;
}

/** Each body is a parameter of its own: as part of an array it would travel as text. */
async function insertBodies(client: PoolClient, projectId: string, batches: Arrived[]): Promise<void> {
  if (batches.length === 0) return;
  const values: unknown[] = [projectId];
  const rows = batches.map(({ writer, batch, receivedAt, encoding, body, rejected }) => {
    const columns = [
      writer,
      batch,
      receivedAt,
      encoding,
      Buffer.from(body),
      rejected.map(({ index }) => index),
    ];
    return `($1, ${columns.map((value) => `$${values.push(value)}`).join(", ")})`;
  });
  await client.query(
    `insert into ingest_batch (project_id, writer, batch, received_at, encoding, body, rejected)
     values ${rows.join(", ")}`,
    values,
  );
}

/** In the order of the key, so that two groups never wait for each other. */
const INSERT_RECEIPTS = `
  insert into batch_receipt (project_id, writer, batch, digest, answer, received_at)
  select $1, writer, batch, digest, answer::jsonb, received_at
  from unnest($2::uuid[], $3::bigint[], $4::bytea[], $5::text[], $6::timestamptz[])
    as arrived (writer, batch, digest, answer, received_at)
  order by writer, batch
  on conflict do nothing returning writer, batch`;
