import { setTimeout as wait } from "node:timers/promises";
import { inTime } from "./in-time";

const LOOK_EVERY_MS = 500;
const ALREADY = AbortSignal.abort();

/** Waits for the end of something only as long as the server answers: BullMQ itself waits for its return. */
export async function unlessAway(ending: Promise<unknown>, check: () => Promise<void>): Promise<void> {
  const ended = ending.then(() => true);
  // Whoever gave up waiting is not interested any more.
  ended.catch(() => undefined);
  while (!(await Promise.race([ended, wait(LOOK_EVERY_MS, false)]))) {
    const away = await inTime(check(), "The queue's answer", ALREADY).then(
      () => false,
      () => true,
    );
    if (away) return;
  }
}
