import { setTimeout as wait } from "node:timers/promises";

interface Turns<Item> {
  items: readonly Item[];
  /** Does a little for one of them; answers whether there is more to do. */
  work: (item: Item) => Promise<boolean>;
  signal: AbortSignal;
}

const LONGEST_REST_MS = 1000;

/**
 * Works on several things in turns, so that a large one does not keep the others waiting. Rests as long as it
 * worked, which leaves the database to those who wait for it, and stops between two pieces of work. What
 * fails does not keep the others waiting either: it is reported when they are done.
 */
export async function inTurns<Item>({ items, work, signal }: Turns<Item>): Promise<void> {
  const failures: unknown[] = [];
  for (let open = [...items]; open.length > 0; ) {
    const next: Item[] = [];
    for (const item of open) {
      if (signal.aborted) return;
      const began = performance.now();
      const more = await work(item).catch((error: unknown) => {
        failures.push(error);
        return false;
      });
      if (more) next.push(item);
      await rest(Math.min(performance.now() - began, LONGEST_REST_MS), signal);
    }
    open = next;
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} of ${items.length} failed`, {
      cause: failures[0],
    });
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => {});
}
