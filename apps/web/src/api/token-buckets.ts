interface Bucket {
  tokens: number;
  filledAt: number;
}

interface Options {
  perMinute: number;
  /** How many requests may come at once after a pause. */
  burst: number;
  /** How many names are remembered: the least recently used goes first, and starts anew with a full bucket. */
  maxNames: number;
  now: () => number;
}

/** A bucket of tokens for each name, filled at a steady rate. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  has(name: string): boolean {
    return this.#buckets.has(name);
  }

  /** Milliseconds until there is a token; 0 when there is one now. */
  waitFor(name: string): number {
    const missing = 1 - this.#tokens(name);
    // A number of tokens that is a rounding error away from whole is whole.
    return missing < 1e-6 ? 0 : Math.ceil((missing * 60_000) / this.#options.perMinute);
  }

  /** Takes a token; when there is none, says in how many milliseconds there will be one. */
  take(name: string): number {
    const wait = this.waitFor(name);
    const bucket = { tokens: this.#tokens(name) - (wait === 0 ? 1 : 0), filledAt: this.#options.now() };
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    const oldest = this.#buckets.keys().next().value;
    if (this.#buckets.size > this.#options.maxNames && oldest !== undefined) this.#buckets.delete(oldest);
    return wait;
  }

  #tokens(name: string): number {
    const { burst, perMinute, now } = this.#options;
    const bucket = this.#buckets.get(name);
    if (!bucket) return burst;
    return Math.min(burst, bucket.tokens + (Math.max(0, now() - bucket.filledAt) * perMinute) / 60_000);
  }
}
