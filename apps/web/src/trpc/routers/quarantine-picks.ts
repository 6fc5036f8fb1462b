import { z } from "zod";
import type { Services } from "../../services";

const MOST = 5000;

/** Single batches, or null for all there are. */
export const pickedInput = z.object({ ids: z.array(z.string().max(20)).min(1).max(MOST).nullable() });

/** Wakes a worker for what is in the inbox again. Without it they look by themselves every two seconds. */
export async function signalDrains({ queue, log }: Services, projectIds: string[]): Promise<void> {
  for (const projectId of projectIds) {
    await queue
      .enqueue("drain", { projectId })
      .catch((error: unknown) => log.warn({ err: error, projectId }, "batches wait for the sweep"));
  }
}
