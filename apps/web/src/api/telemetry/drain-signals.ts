import type { Services } from "../../services";

/**
 * Tells workers that there is something in the inbox of a project. What is stored while a signal is under way shares
 * the next one.
 */
export class DrainSignals {
  /** Projects with a signal under way; true when another must follow it. */
  readonly #sending = new Map<string, boolean>();

  constructor(private readonly services: Pick<Services, "queue" | "log" | "metrics">) {}

  /** Never fails: the batch is durable already, and a signal that gets lost only delays it. */
  send(projectId: string): void {
    if (this.#sending.has(projectId)) this.#sending.set(projectId, true);
    else void this.#send(projectId);
  }

  async #send(projectId: string): Promise<void> {
    const { queue, log, metrics } = this.services;
    do {
      this.#sending.set(projectId, false);
      await queue.enqueue("drain", { projectId }).catch((error: unknown) => {
        metrics.lostSignals.inc();
        log.warn(
          { err: error, projectId },
          "the signal to drain was lost; a worker's sweep will find the batch",
        );
      });
    } while (this.#sending.get(projectId));
    this.#sending.delete(projectId);
  }
}
