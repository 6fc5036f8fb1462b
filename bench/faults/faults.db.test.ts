import { availableBackends } from "@heddle/queue/testing";
import { describe, expect, it } from "vitest";
import { experiment, type Outcome, withoutReceipts } from "./experiment";
import { planOrchestrated, planSupervised } from "./kill/plan";
import { startOrchestrated } from "./product/orchestrated";
import { startSupervised } from "./product/supervised";

const LOAD = { sessions: 2, pauseMs: 400 };
const SECONDS_WITHOUT_RECEIPTS = 5;
/** `npm run bench -- faults` kills a hundred; whatever these wait for has limits of its own. */
const LIMIT_MS = 900_000;

const setting = { load: LOAD, say: () => {} };

function expectNothingLost({ findings, wrongAnswers, ackedEvents }: Outcome): void {
  expect(findings.filter(({ lost, duplicated }) => lost > 0 || duplicated > 0)).toEqual([]);
  expect(wrongAnswers).toEqual([]);
  expect(ackedEvents).toBeGreaterThan(0);
}

// Each waits most of the time.
describe.concurrent("load while processes are killed", () => {
  it(
    "under the supervisor, with jobs in PostgreSQL, loses nothing and stores nothing twice",
    async () => {
      expectNothingLost(await experiment({ start: startSupervised, plan: planSupervised(8), ...setting }));
    },
    LIMIT_MS,
  );

  it.runIf(availableBackends().some((backend) => backend.startRedis))(
    "with jobs in a Redis that is killed and flushed, too, loses nothing and stores nothing twice",
    async () => {
      const start = (receiver: string) => startOrchestrated({ receiver, redis: true, workers: 2 });
      expectNothingLost(await experiment({ start, plan: planOrchestrated(7), ...setting }));
    },
    LIMIT_MS,
  );

  it(
    "is found to be stored twice where receipts are switched off",
    async () => {
      const start = (receiver: string) => startOrchestrated({ receiver, redis: false, workers: 1 });
      expect(await withoutReceipts({ start, ...setting }, SECONDS_WITHOUT_RECEIPTS)).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );
});
