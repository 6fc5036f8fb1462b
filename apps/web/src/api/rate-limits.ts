import { createHash } from "node:crypto";
import { DomainError } from "@heddle/core";
import { visitorOf } from "../auth/client-address";
import { bearerOf } from "./bearer";
import { RateLimited } from "./rate-limited";
import { TokenBuckets } from "./token-buckets";

const MAX_NAMES = 10_000;
const SLOWER = "Wait as long as Retry-After says.";

export interface ApiLimits {
  /** Requests a minute with each API key. */
  perKey: number;
  /** Requests a minute with a wrong one, from each network. */
  failures: number;
}

interface Caller {
  /** The header Authorization as it came. */
  authorization: string | null;
  address: string;
}

/**
 * How often a key may ask, and how often the network of a visitor may send a wrong one. Counted by each
 * process for itself: with several behind a balancer, the limits are so many times higher.
 */
export class RateLimits {
  readonly #keys: TokenBuckets;
  readonly #failures: TokenBuckets;
  readonly #perKey: number;

  constructor({ perKey, failures }: ApiLimits, now: () => number) {
    this.#perKey = perKey;
    const burst = Math.max(1, Math.floor(perKey / 6));
    this.#keys = new TokenBuckets({ perMinute: perKey, burst, maxNames: MAX_NAMES, now });
    this.#failures = new TokenBuckets({ perMinute: failures, burst: failures, maxNames: MAX_NAMES, now });
  }

  /** Goes around the authentication, which throws when the key is wrong. */
  async admit<T>({ authorization, address }: Caller, authenticate: () => Promise<T>): Promise<T> {
    const key = createHash("sha256")
      .update(bearerOf(authorization) ?? "")
      .digest("base64");
    const visitor = visitorOf(address);
    // A key that was right before passes: others behind the same address cannot shut it out.
    if (!this.#keys.has(key)) this.#refuseGuessing(this.#failures.waitFor(visitor));
    const found = await authenticate().catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.code !== "unauthenticated") throw error;
      this.#refuseGuessing(this.#failures.take(visitor));
      throw error;
    });
    const wait = this.#keys.take(key);
    if (wait === 0) return found;
    throw new RateLimited("key", wait, `This key may send ${this.#perKey} requests a minute.`, SLOWER);
  }

  #refuseGuessing(wait: number): void {
    if (wait === 0) return;
    const message = "Too many requests without a right API key came from this network.";
    throw new RateLimited(
      "guessing",
      wait,
      message,
      `${SLOWER} Then use a key that is neither revoked nor expired.`,
    );
  }
}
