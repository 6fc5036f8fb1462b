interface Attempts {
  left: number;
  resetAt: number;
}

interface Options {
  limit: number;
  windowMs: number;
  /** How many names are remembered; the oldest goes first, so that made-up names cannot fill the memory. */
  maxNames: number;
  now: () => number;
}

/** Allows each name so many attempts within a window. */
export class Throttle {
  readonly #attempts = new Map<string, Attempts>();
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Takes one attempt; false when there is none left. */
  take(name: string): boolean {
    const { limit, windowMs, maxNames, now } = this.#options;
    let attempts = this.#attempts.get(name);
    if (!attempts || attempts.resetAt <= now()) {
      this.#attempts.delete(name);
      attempts = { left: limit, resetAt: now() + windowMs };
      this.#attempts.set(name, attempts);
      const oldest = this.#attempts.keys().next().value;
      if (this.#attempts.size > maxNames && oldest !== undefined) this.#attempts.delete(oldest);
    }
    attempts.left -= 1;
    return attempts.left >= 0;
  }

  /** Gives all attempts back to a name that proved to be who it says. */
  forgive(name: string): void {
    this.#attempts.delete(name);
  }
}
