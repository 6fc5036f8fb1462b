import {
  countLiveWorkers,
  type DatabaseFacts,
  type OperatorContext,
  readDatabaseFacts,
  readInboxState,
  readWorkerSeenAt,
} from "@heddle/core";
import { place } from "@heddle/db/migrate";
import type { Instance } from "../instance/find-instance";
import { withQueue } from "../instance/with-queue";
import { problemsOf } from "./problems";

export interface Status {
  /** Nothing that somebody should look at. */
  ok: boolean;
  /** What somebody should look at, in sentences. */
  problems: string[];
  database: DatabaseFacts & { place: string };
  queue: { backend: "redis" | "postgresql"; reachable: boolean; error: string | null; givenUp: number };
  workers: { alive: number; lastSeenAt: string | null };
  inbox: {
    batches: number;
    bytes: number;
    oldestSeconds: number | null;
    failed: number;
    quarantined: number;
  };
}

/** How the instance is, as far as its database and queue tell. */
export async function readStatus(ctx: OperatorContext, instance: Instance): Promise<Status> {
  const { waiting, suspects, quarantined } = await readInboxState({ ctx, input: { projects: 0 } });
  const lastSeenAt = await readWorkerSeenAt({ ctx });
  const facts = {
    database: { place: place(instance.databaseUrl), ...(await readDatabaseFacts({ ctx })) },
    queue: await readQueue(instance),
    workers: {
      alive: await countLiveWorkers({ ctx }),
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
    },
    inbox: { ...waiting, failed: suspects, quarantined },
  };
  const problems = problemsOf(facts);
  return { ok: problems.length === 0, problems, ...facts };
}

async function readQueue(instance: Instance): Promise<Status["queue"]> {
  const backend = instance.redisUrl ? "redis" : "postgresql";
  try {
    const jobs = await withQueue(instance, (queue) => queue.counts());
    const givenUp = Object.values(jobs).reduce((sum, { failed }) => sum + failed, 0);
    return { backend, reachable: true, error: null, givenUp };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { backend, reachable: false, error: reason, givenUp: 0 };
  }
}
