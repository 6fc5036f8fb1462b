/** Less than a process may take to stop. */
const PATIENCE_MS = 5000;

/** Work that goes on after the answer: so that its time tells nothing, or because nobody waits for it. */
export class Later {
  readonly #running = new Set<Promise<void>>();
  readonly #onError: (what: string, error: unknown) => void;

  constructor(onError: (what: string, error: unknown) => void) {
    this.#onError = onError;
  }

  /** Begins once the caller has gone on; `what` is for the log. */
  readonly run = (what: string, work: () => Promise<void>): void => {
    const running = new Promise((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error: unknown) => this.#onError(what, error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  };

  /** Resolves when nothing is left to do, or nothing more is waited for. */
  async close(): Promise<void> {
    const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
    const rest = async () => {
      while (this.#running.size > 0) await Promise.all(this.#running);
    };
    await Promise.race([rest(), late]);
  }
}
