/** First come, first served within a project, and one of each project in turn. */
export class FairQueue<Item> {
  /** In the order in which projects are served. */
  readonly #projects = new Map<string, Item[]>();

  add(project: string, item: Item): void {
    const waiting = this.#projects.get(project);
    if (waiting) waiting.push(item);
    else this.#projects.set(project, [item]);
  }

  take(): Item | undefined {
    for (const [project, [first, ...rest]] of this.#projects) {
      this.#projects.delete(project);
      if (rest.length > 0) this.#projects.set(project, rest);
      return first;
    }
    return undefined;
  }
}
