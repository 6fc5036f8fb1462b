/** Every query to the database ends within a minute, if only with an error: what takes longer never will. */
const STUCK_MS = 90_000;

/**
 * Watches whether the sign of life is still being tried. A database that is away is no reason to start a process
 * again, which would find it away as well; a try that never ends is one.
 */
export class Pulse {
  readonly #now: () => number;
  #endedAt: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#endedAt = now();
  }

  async watch(beat: Promise<void>): Promise<void> {
    try {
      await beat;
    } finally {
      this.#endedAt = this.#now();
    }
  }

  problem(): string | null {
    const seconds = Math.round((this.#now() - this.#endedAt) / 1000);
    if (seconds * 1000 < STUCK_MS) return null;
    return `The sign of life has hung for ${seconds} s: start this process again.`;
  }
}
