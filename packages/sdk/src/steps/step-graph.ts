import type { CodeNode } from "../code/code-version";

/** The graph of a run of steps, learned from the values that are handed from one to the next. */
export class StepGraph {
  readonly #nodes = new Map<string, CodeNode>();
  readonly #tasks = new Map<string, number>();
  readonly #producers = new Map<unknown, string>();

  /**
   * Adds a call of a step. Values that a step gave are recognised by identity, plain ones by the name that
   * they are passed under; other objects are inputs of the run, and single values are parameters.
   */
  add(name: string, inputs: object, run: (inputs: never) => unknown) {
    const entries = Object.entries(inputs);
    const outside: [string, unknown][] = [];
    const parameters: [string, unknown][] = [];
    const dependencies = new Set<string>();
    for (const [key, value] of entries) {
      const producer = this.#producerOf(key, value);
      if (producer !== null && producer !== name) dependencies.add(producer);
      else if (isData(value)) {
        dependencies.add(key);
        if (this.#addInput(key, value)) outside.push([key, value]);
      } else parameters.push([key, value]);
    }
    const known = this.#nodes.get(name);
    for (const dependency of known?.dependencies ?? []) dependencies.add(dependency);
    this.#nodes.set(name, { name, kind: "step", dependencies: [...dependencies], run, options: {} });
    return { task: this.#nextTask(name), outside, parameters };
  }

  /** Remembers which step gave a value. */
  produced(name: string, value: unknown): void {
    if (isData(value)) this.#producers.set(value, name);
  }

  nodes(): CodeNode[] {
    return [...this.#nodes.values()];
  }

  #producerOf(key: string, value: unknown): string | null {
    if (isData(value)) return this.#producers.get(value) ?? null;
    return this.#nodes.get(key)?.kind === "step" ? key : null;
  }

  /** False when the same input was seen before. */
  #addInput(key: string, value: unknown): boolean {
    if (this.#nodes.has(key)) return false;
    this.#nodes.set(key, { name: key, kind: "input", dependencies: [], run: null, options: {} });
    this.#producers.set(value, key);
    return true;
  }

  /** A step that is called again in the same run is a further task of its node. */
  #nextTask(name: string): string {
    const count = (this.#tasks.get(name) ?? 0) + 1;
    this.#tasks.set(name, count);
    return count === 1 ? "" : String(count);
  }
}

function isData(value: unknown): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
