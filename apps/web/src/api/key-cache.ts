import { createHash } from "node:crypto";
import type { AuthenticatedKey } from "@heddle/core";

/** A revoked key is refused this long after its end, at the latest. */
const TTL_MS = 3000;
const MAX_KEYS = 5000;

interface Entry {
  found: Promise<AuthenticatedKey | null>;
  until: number;
}

/** Remembers for a moment what a key stands for. Holds no key itself, and a bounded number of answers. */
export class KeyCache {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly lookUp: (key: string) => Promise<AuthenticatedKey | null>,
    private readonly now: () => number,
  ) {}

  get(key: string): Promise<AuthenticatedKey | null> {
    const name = createHash("sha256").update(key).digest("base64");
    const known = this.#entries.get(name);
    if (known && known.until > this.now()) return known.found;
    const found = this.lookUp(key);
    this.#entries.delete(name);
    this.#entries.set(name, { found, until: this.now() + TTL_MS });
    // A failure to look is no answer: the next request asks again.
    found.catch(() => this.#entries.delete(name));
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > MAX_KEYS && oldest !== undefined) this.#entries.delete(oldest);
    return found;
  }
}
