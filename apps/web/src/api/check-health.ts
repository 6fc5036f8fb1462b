import { readWorkerSeenAt } from "@heddle/core";
import type { Services } from "../services";
import type { Health } from "./health";
import { isUnreachable } from "./unreachable";

const PATIENCE_MS = 2000;
/** Workers say that they live every few seconds. */
const WORKER_SILENT_MS = 30_000;

/** Tries a part, without waiting longer than whoever asks would. */
async function attempt<T>(work: () => Promise<T>) {
  const begun = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("does not answer")), PATIENCE_MS);
  });
  const ms = () => Math.round(performance.now() - begun);
  try {
    const value = await Promise.race([work(), late]);
    return { part: { ok: true, ms: ms(), problem: null }, value };
  } catch (error) {
    return { part: { ok: false, ms: ms(), problem: "cannot be reached" }, value: null, error };
  } finally {
    clearTimeout(timer);
  }
}

function workerProblem(seenSecondsAgo: number | null): string | null {
  if (seenSecondsAgo === null) return "no worker has shown itself yet";
  return seenSecondsAgo * 1000 > WORKER_SILENT_MS ? "no worker has shown itself lately" : null;
}

/** Whether the parts that the instance needs do their work. Says nothing that a stranger may not know. */
export async function checkHealth(services: Services, now = new Date()): Promise<Health> {
  const ctx = { db: services.db, now: () => now };
  const [database, queue] = await Promise.all([
    attempt(() => readWorkerSeenAt({ ctx })),
    attempt(() => services.queue.check()),
  ]);
  for (const { error } of [database, queue]) {
    if (error) services.log.warn({ err: error }, "a part is not healthy");
  }
  // Slow is not away: what cannot be stored is noticed where it is taken in.
  if (isUnreachable(database.error)) services.uptime.broken();
  const seenSecondsAgo = database.value && Math.max(0, (now.getTime() - database.value.getTime()) / 1000);
  const problem = database.part.ok ? workerProblem(seenSecondsAgo) : "unknown without the database";
  const worker = { ok: problem === null, ms: database.part.ms, problem, seenSecondsAgo };
  const ok = database.part.ok && queue.part.ok && worker.ok;
  return { status: ok ? "ok" : "failing", parts: { database: database.part, queue: queue.part, worker } };
}
