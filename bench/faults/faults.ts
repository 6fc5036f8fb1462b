import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { availableBackends } from "@heddle/queue/testing";
import { endOnSignals } from "./at-end";
import { experiment, withoutReceipts } from "./experiment";
import { planOrchestrated, planSupervised } from "./kill/plan";
import { ROOT } from "./product/environment";
import { startOrchestrated } from "./product/orchestrated";
import { startSupervised } from "./product/supervised";
import { missedBars, summarise } from "./summary";

const KILLS = 104;
const LOAD = { sessions: 6, pauseMs: 200 };
const SECONDS_WITHOUT_RECEIPTS = 10;

/**
 * Load under `kill -9` of every part of the product, on both backends of the queue, and what is then stored,
 * compared with what was acknowledged.
 */
export async function run(): Promise<void> {
  endOnSignals();
  // Not again at each start of a killed supervisor.
  await promisify(execFile)(process.execPath, ["scripts/build.mjs"], { cwd: ROOT });
  const begun = performance.now();
  const say = (line: string) => console.log(`${Math.round((performance.now() - begun) / 1000)} s  ${line}`);
  const withRedis = availableBackends().some((backend) => backend.startRedis);
  const kills = withRedis ? KILLS / 2 : KILLS;
  const setting = { load: LOAD, say };
  const outcomes = [await experiment({ start: startSupervised, plan: planSupervised(kills), ...setting })];
  if (withRedis) {
    const start = (receiver: string) => startOrchestrated({ receiver, redis: true, workers: 2 });
    outcomes.push(await experiment({ start, plan: planOrchestrated(kills), ...setting }));
  }
  const start = (receiver: string) => startOrchestrated({ receiver, redis: false, workers: 1 });
  const duplicated = await withoutReceipts({ start, ...setting }, SECONDS_WITHOUT_RECEIPTS);
  const summary = summarise(outcomes, duplicated, (performance.now() - begun) / 1000);
  for (const line of missedBars(summary, outcomes)) {
    console.error(line);
    process.exitCode = 1;
  }
  console.log(JSON.stringify(summary));
}
