import type { OnDrop } from "./configuration";

/** Counts what had to be dropped, by run, so that the run itself can tell. */
export class Drops {
  readonly #byRun = new Map<string, Record<string, number>>();
  readonly #onDrop: OnDrop | undefined;

  constructor(onDrop: OnDrop | undefined) {
    this.#onDrop = onDrop;
  }

  add(runIds: string[], reason: string): void {
    if (runIds.length === 0) return;
    for (const runId of runIds) {
      const counts = this.#byRun.get(runId);
      if (counts !== undefined) counts[reason] = (counts[reason] ?? 0) + 1;
    }
    try {
      this.#onDrop?.(runIds.length, reason);
    } catch {
      // What the user's callback throws must not reach the pipeline.
    }
  }

  /** Counts for a run from here on. */
  open(runId: string): void {
    this.#byRun.set(runId, {});
  }

  /** The counts of a run that ends, or undefined when nothing was dropped. */
  close(runId: string): Record<string, number> | undefined {
    const counts = this.#byRun.get(runId);
    this.#byRun.delete(runId);
    return counts === undefined || Object.keys(counts).length === 0 ? undefined : counts;
  }
}
