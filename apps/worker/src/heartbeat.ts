import { type Database, withSystem } from "@heddle/db";

const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Says that this process lives. */
export async function beat(db: Database, id: string): Promise<void> {
  const seenAt = new Date();
  await withSystem(db, (tx) =>
    tx.workerHeartbeat.upsert({ where: { id }, create: { id, seenAt }, update: { seenAt } }),
  );
}

/** Says that this process has ended; also for those that could not say it themselves a day ago. */
export async function endBeat(db: Database, id: string): Promise<void> {
  const before = new Date(Date.now() - FORGOTTEN_AFTER_MS);
  await withSystem(db, (tx) =>
    tx.workerHeartbeat.deleteMany({ where: { OR: [{ id }, { seenAt: { lt: before } }] } }),
  );
}
