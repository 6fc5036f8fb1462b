/** What was revoked, deleted or renamed is noticed this long after, at the latest. */
const TTL_MS = 3000;
const MAX_ENTRIES = 5000;

interface Entry<T> {
  found: Promise<T>;
  until: number;
}

/** Answers to questions that every request asks, for a moment each, and a bounded number of them. */
export class BriefMemory<T> {
  readonly #entries = new Map<string, Entry<T>>();

  constructor(private readonly now: () => number) {}

  get(name: string, lookUp: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(name);
    if (known && known.until > this.now()) return known.found;
    const found = lookUp();
    this.#entries.delete(name);
    this.#entries.set(name, { found, until: this.now() + TTL_MS });
    // A failure to look is no answer: the next request asks again.
    found.catch(() => this.#entries.delete(name));
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > MAX_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
    return found;
  }
}
