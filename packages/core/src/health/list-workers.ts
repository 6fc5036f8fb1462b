import { withSystem } from "@heddle/db";
import type { UpkeepContext } from "../instance/operator";

const MOST = 20;

export interface WorkerSign {
  id: string;
  /** When it last showed that it lives. */
  seenAt: string;
}

/** Workers by their last sign of life, the latest first. */
export async function listWorkers({ ctx }: { ctx: UpkeepContext }): Promise<WorkerSign[]> {
  const found = await withSystem(ctx.db, (tx) =>
    tx.workerHeartbeat.findMany({ orderBy: { seenAt: "desc" }, take: MOST }),
  );
  return found.map(({ id, seenAt }) => ({ id, seenAt: seenAt.toISOString() }));
}
