/** Instants that never go back within a run, whatever happens to the machine's clock. */
export class Clock {
  readonly #offset = Date.now() - performance.now();
  #last = 0;
  #text = "";

  now(): string {
    const time = Math.floor(this.#offset + performance.now());
    // Nodes that follow each other within a millisecond share the text, which is costly to make.
    if (time !== this.#last) {
      this.#last = time;
      this.#text = new Date(time).toISOString();
    }
    return this.#text;
  }
}
