import { setTimeout as sleep } from "node:timers/promises";
import { evaluateRun, isCodeKnown } from "@heddle/core";
import type { Database } from "@heddle/db";
import type { Handlers, JobsAndMessages } from "@heddle/queue";
import { systemContext } from "./system-context";

/** How long a message waits for the sources of a version that is new, and how often it looks. */
const PATIENCE_MS = 3000;
const LOOK_MS = 200;

/**
 * Turns a failed run into deliveries, and each of them into a job. A run that fails within its first second is
 * known before its sources are: the jobs wait for those, so that the messages can name the nodes that changed.
 */
export function evaluateAlert(db: Database, queue: JobsAndMessages): Handlers["evaluate-alert"] {
  return async ({ payload: { projectId, runId } }) => {
    const ctx = await systemContext(db, projectId, "evaluate-alert");
    if (!ctx) return;
    const { deliveryIds } = await evaluateRun({ ctx, input: { runId } });
    const givenUp = Date.now() + PATIENCE_MS;
    while (deliveryIds.length > 0 && Date.now() < givenUp && !(await isCodeKnown({ ctx, input: { runId } })))
      await sleep(LOOK_MS);
    for (const deliveryId of deliveryIds) await queue.enqueue("deliver-alert", { projectId, deliveryId });
  };
}
