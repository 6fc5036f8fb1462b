import { evaluateRun } from "@heddle/core";
import type { Database } from "@heddle/db";
import type { Handlers, JobsAndMessages } from "@heddle/queue";
import { systemContext } from "./system-context";

/** Turns a failed run into deliveries, and each of them into a job. */
export function evaluateAlert(db: Database, queue: JobsAndMessages): Handlers["evaluate-alert"] {
  return async ({ payload: { projectId, runId } }) => {
    const ctx = await systemContext(db, projectId, "evaluate-alert");
    if (!ctx) return;
    const { deliveryIds } = await evaluateRun({ ctx, input: { runId } });
    for (const deliveryId of deliveryIds) await queue.enqueue("deliver-alert", { projectId, deliveryId });
  };
}
