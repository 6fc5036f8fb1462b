import { maskTokens } from "@heddle/stats";

interface Closer {
  name: string;
  deadlineMs: number;
  close: () => Promise<unknown>;
}

/** What was started, ended in the reverse order, each part within a deadline of its own. */
export class Shutdown {
  readonly #closers: Closer[] = [];
  #running: Promise<void> | null = null;

  /** Names what must be closed later; call it before starting the thing, so that a signal cannot fall between. */
  defer(name: string, deadlineMs: number, close: () => Promise<unknown>): void {
    this.#closers.push({ name, deadlineMs, close });
  }

  get begun(): boolean {
    return this.#running !== null;
  }

  /** Closes everything; a second call waits for the first. */
  run(): Promise<void> {
    this.#running ??= this.#closeAll();
    return this.#running;
  }

  async #closeAll(): Promise<void> {
    for (const { name, deadlineMs, close } of this.#closers.toReversed()) {
      try {
        await withDeadline(close(), deadlineMs, `${name} did not stop within ${deadlineMs / 1000} s`);
      } catch (error) {
        console.error(maskTokens(`While stopping: ${error instanceof Error ? error.message : error}`));
      }
    }
  }
}

function withDeadline<T>(work: Promise<T>, deadlineMs: number, message: string): Promise<T> {
  const { promise, reject } = withRejecter();
  const timer = setTimeout(() => reject(new Error(message)), deadlineMs);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

function withRejecter(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  return { promise, reject };
}
