import type { TelemetryAnswer } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { DomainError } from "../../error/domain-error";
import { invariant } from "../../error/invariant";
import type { BatchEncoding } from "../batch/inflate";
import type { AcceptedBatch } from "./accept-batch";

interface Arrival {
  projectId: string;
  writer: string;
  batch: number;
  digest: Buffer;
  answer: TelemetryAnswer;
  receivedAt: Date;
  body: Uint8Array;
  encoding: BatchEncoding;
}

/**
 * Writes the receipt and, when there is something to keep, the inbox row. The receipt's key decides between
 * equal batches that arrive at once: the later one waits for the commit of the first and takes its answer.
 */
export async function storeBatch(client: PoolClient, arrival: Arrival): Promise<AcceptedBatch> {
  const { projectId, writer, batch, digest, answer, receivedAt } = arrival;
  const key = [projectId, writer, batch];
  const name = { writer, batch };
  const inserted = await client.query(INSERT_RECEIPT, [...key, digest, JSON.stringify(answer), receivedAt]);
  if (inserted.rowCount === 0)
    return { ...name, answer: await answerOfFirst(client, key, digest), stored: false };
  if (answer.accepted === 0) return { ...name, answer, stored: false };
  await client.query(INSERT_INBOX, [...key, receivedAt, arrival.encoding, Buffer.from(arrival.body)]);
  return { ...name, answer, stored: true };
}

async function answerOfFirst(client: PoolClient, key: unknown[], digest: Buffer): Promise<TelemetryAnswer> {
  const { rows } = await client.query<{ digest: Buffer; answer: TelemetryAnswer }>(SELECT_RECEIPT, key);
  const [receipt] = rows;
  invariant(receipt, "a receipt that stopped an insert can be read");
  if (receipt.digest.equals(digest)) return receipt.answer;
  throw new DomainError("conflict", "This writer has sent another batch under the same number.", {
    path: "/batch",
    fix: "Number batches without repeating a number, and use a new writer id in each process.",
  });
}

const INSERT_RECEIPT = `
  insert into batch_receipt (project_id, writer, batch, digest, answer, received_at)
  values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;
const SELECT_RECEIPT = `
  select digest, answer from batch_receipt where project_id = $1 and writer = $2 and batch = $3`;
const INSERT_INBOX = `
  insert into ingest_batch (project_id, writer, batch, received_at, encoding, body)
  values ($1, $2, $3, $4, $5, $6)`;
