import { RateLimited } from "../rate-limited";

/** Of all batches that this process has in memory at the same time. */
const MOST_BYTES = 64 * 1024 ** 2;
const MOST_BATCHES = 64;
/** No project takes more than half of it, so that there is room for others whatever it does. */
const SHARE = 0.5;
const WAIT_MS = 1000;

interface Held {
  bytes: number;
  batches: number;
}

/** Bounds what clients can make this process hold: more is refused until something was stored. */
export class Admission {
  readonly #all: Held = { bytes: 0, batches: 0 };
  readonly #projects = new Map<string, Held>();

  /** Makes room for a body, before it is read. Returns what gives the room back. */
  hold(project: string, bytes: number): () => void {
    return this.#enter(project, { bytes, batches: 0 });
  }

  /** Makes room among the batches that are read and stored, once the body is there. */
  begin(project: string): () => void {
    return this.#enter(project, { bytes: 0, batches: 1 });
  }

  #enter(project: string, more: Held): () => void {
    const own = this.#projects.get(project) ?? { bytes: 0, batches: 0 };
    if (exceeds(own, more, SHARE) || exceeds(this.#all, more, 1)) {
      const message = "The server has as many batches in hand as it can hold.";
      throw new RateLimited("busy", WAIT_MS, message, "Wait as long as Retry-After says, and send it again.");
    }
    this.#projects.set(project, own);
    for (const held of [own, this.#all]) add(held, more, 1);
    return () => {
      for (const held of [own, this.#all]) add(held, more, -1);
      if (own.bytes === 0 && own.batches === 0) this.#projects.delete(project);
    };
  }
}

function exceeds(held: Held, more: Held, share: number): boolean {
  return held.bytes + more.bytes > MOST_BYTES * share || held.batches + more.batches > MOST_BATCHES * share;
}

function add(held: Held, more: Held, times: 1 | -1): void {
  held.bytes += times * more.bytes;
  held.batches += times * more.batches;
}
