/** What is being worked on in this process, whether or not the server that gave it still answers. */
export class Running {
  readonly #works = new Set<Promise<void>>();

  watch(work: Promise<void>): Promise<void> {
    this.#works.add(work);
    const forget = () => void this.#works.delete(work);
    work.then(forget, forget);
    return work;
  }

  async ended(): Promise<void> {
    await Promise.allSettled(this.#works);
  }
}
