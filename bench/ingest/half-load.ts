import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Product } from "./product";
import { quantile } from "./quantile";
import { Sender } from "./sender";
import { findStored } from "./stored";
import type { Batch, Conversation } from "./workload";

export interface Latencies {
  ackP50: number;
  ackP99: number;
  /** Of a bare INSERT and COMMIT of the same bodies, each half a gap after its batch was sent. */
  bareP99: number;
  visibleP99: number;
}

const LOOK_EVERY_MS = 20;

/**
 * Sends at a steady rate (node runs a second), whether or not answers come, over as many connections as there are
 * conversations. Everything is measured in milliseconds from when it was due.
 */
export async function halfLoad(product: Product, workload: Conversation[], rate: number): Promise<Latencies> {
  const sender = new Sender(product, workload.length);
  const bare = await openBareInbox(product, workload.length);
  const batches = interleave(workload);
  const acks: number[] = [];
  const bareCommits: number[] = [];
  const dueAt = new Map<Batch, number>();
  const watching = watch(product, dueAt, batches.length);
  const answers: Promise<void>[] = [];
  let due = performance.now();
  for (const batch of batches) {
    const gap = (batch.nodeRuns / rate) * 1000;
    const at = due;
    dueAt.set(batch, at);
    answers.push(
      (async () => {
        await until(at);
        await sender.deliver(batch);
        acks.push(performance.now() - at);
      })(),
      (async () => {
        await until(at + gap / 2);
        await bare.insert(batch);
        bareCommits.push(performance.now() - at - gap / 2);
      })(),
    );
    due += gap;
  }
  await Promise.all(answers);
  const visible = await watching;
  sender.close();
  await bare.close();
  return {
    ackP50: quantile(acks, 0.5),
    ackP99: quantile(acks, 0.99),
    bareP99: quantile(bareCommits, 0.99),
    visibleP99: quantile(visible, 0.99),
  };
}

async function until(at: number): Promise<void> {
  const left = at - performance.now();
  if (left > 0) await wait(left);
}

/** Batches of all conversations in turns, each conversation's in its order. */
function interleave(workload: Conversation[]): Batch[] {
  const longest = Math.max(...workload.map((conversation) => conversation.length));
  return Array.from({ length: longest }, (_, at) => workload.flatMap((one) => one[at] ?? [])).flat();
}

/** Times from due to readable, of all batches. */
async function watch(product: Product, dueAt: Map<Batch, number>, count: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < count) {
    await wait(LOOK_EVERY_MS);
    const now = performance.now();
    const sent = [...dueAt].filter(([, at]) => at <= now).map(([batch]) => batch);
    if (sent.length === 0) continue;
    const stored = await findStored(product.db, sent);
    const seen = performance.now();
    for (const batch of stored) {
      times.push(seen - (dueAt.get(batch) ?? seen));
      dueAt.delete(batch);
    }
  }
  return times;
}

/** A table like the inbox that nobody drains, with connections of its own. */
async function openBareInbox({ databaseUrl }: Product, connections: number) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  await pool.query("create table bare_inbox (id bigserial primary key, body bytea not null)");
  await pool.query("alter table bare_inbox alter body set storage external");
  return {
    insert: ({ body }: Batch) => pool.query("insert into bare_inbox (body) values ($1)", [body]),
    async close() {
      await pool.query("drop table bare_inbox");
      await pool.end();
    },
  };
}
