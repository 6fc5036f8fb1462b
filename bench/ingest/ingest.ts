import { acceptBatch, type Context } from "@heddle/core";
import { type Database, withSystemClient } from "@heddle/db";
import { copySame } from "./copy-same";
import { drainEverything } from "./drain-everything";
import { makeBatches } from "./make-batches";
import { withBenchDatabase } from "./with-bench-database";

const ROUNDS = 3;
const RUNS = 300;
const NODES = 30;
/** Requests that the API would have in work at once. */
const CONCURRENCY = 8;

interface Round {
  accepted: number;
  stored: number;
  copied: number;
}

/**
 * Node runs per second from the inbox into the tables, as a share of what one COPY connection takes for the
 * very same rows into the same tables, measured in turns.
 */
export async function run(): Promise<void> {
  await withBenchDatabase(async (db, ctx) => {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(db, ctx));
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    const result = {
      benchmark: "ingest",
      nodeRuns: RUNS * NODES,
      acceptedPerSecond: Math.round(median(rounds.map((round) => round.accepted))),
      storedPerSecond: Math.round(median(rounds.map((round) => round.stored))),
      copiedPerSecond: Math.round(median(rounds.map((round) => round.copied))),
      ratio: Number(median(rounds.map((round) => round.stored / round.copied)).toFixed(3)),
    };
    console.log(
      `Stored ${result.storedPerSecond} node runs/s, COPY of the same rows ${result.copiedPerSecond}/s: ` +
        `ratio ${result.ratio}. Accepted ${result.acceptedPerSecond}/s.`,
    );
    console.log(JSON.stringify(result));
  });
}

async function measure(db: Database, ctx: Context): Promise<Round> {
  const batches = makeBatches(RUNS, NODES);
  const perSecond = (milliseconds: number) => (RUNS * NODES * 1000) / milliseconds;
  const accepting = await timed(async () => {
    const queue = batches.values();
    const client = async () => {
      for (const input of queue) await acceptBatch({ ctx, input });
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, client));
  });
  const storing = await timed(() => drainEverything(db));
  await withSystemClient(db, async (client) => {
    const { rows } = await client.query("select count(*)::int as n from node_run");
    if (rows[0]?.n !== RUNS * NODES)
      throw new Error(`${rows[0]?.n} node runs are stored, not ${RUNS * NODES}.`);
  });
  const copying = await copySame(db);
  return { accepted: perSecond(accepting), stored: perSecond(storing), copied: perSecond(copying) };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
