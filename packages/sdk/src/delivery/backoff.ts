const FIRST_MS = 500;
const LONGEST_MS = 30_000;
const HURRY_MS = 300;

/** Exponential backoff with jitter; what the server asked for wins. `hurry`: the process wants to end. */
export function backoff(attempt: number, afterMs: number | null, hurry: boolean): number {
  if (afterMs !== null) return afterMs;
  const full = Math.min(hurry ? HURRY_MS : LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return full * (0.5 + Math.random() / 2);
}

/** A pause that does not keep the process alive and that `wake` ends early, unless the server asked for it. */
export class Pause {
  #end: (() => void) | null = null;
  #asked = false;

  wait(ms: number, asked = false): Promise<void> {
    this.#asked = asked;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  wake(): void {
    if (!this.#asked) this.end();
  }

  end(): void {
    this.#end?.();
    this.#end = null;
  }
}
