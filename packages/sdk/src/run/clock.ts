/** Instants that never go back within a run, whatever happens to the machine's clock. */
export class Clock {
  readonly #begun = Date.now();
  readonly #zero = performance.now();

  now(): string {
    return new Date(this.#begun + (performance.now() - this.#zero)).toISOString();
  }
}
