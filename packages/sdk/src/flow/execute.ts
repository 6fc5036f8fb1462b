import type { GraphNode } from "./graph";
import type { Plan } from "./plan";

/** What is told about the nodes of a run while it goes on. Must not throw. */
export interface NodeObserver {
  nodeStarted(node: string, attempt: number): void;
  nodeSucceeded(node: string, attempt: number, value: unknown): void;
  nodeFailed(node: string, attempt: number, error: unknown): void;
  nodeSkipped(node: string): void;
}

/** Nodes that take no time still let the event loop turn this often, so that telemetry can leave. */
const TURN_MS = 50;

/**
 * Runs the nodes of a plan, at most `concurrency` at a time, and gives all values by name. When a node
 * fails, no further node starts; those that are running are waited for; the error is thrown as it came.
 */
export async function execute(
  plan: Plan,
  inputs: Record<string, unknown>,
  concurrency: number,
  observer: NodeObserver | null,
): Promise<Map<string, unknown>> {
  const run = new Execution(plan, inputs, observer);
  let turned = performance.now();
  while (run.running > 0 || run.hasNext) {
    if (!run.hasNext || run.running >= concurrency) await run.settled();
    else run.start();
    if (performance.now() - turned < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    turned = performance.now();
  }
  return run.result();
}

class Execution {
  readonly #values = new Map<string, unknown>();
  readonly #open = new Map<string, number>();
  readonly #readers = new Map<string, GraphNode[]>();
  readonly #ready: GraphNode[] = [];
  readonly #unstarted: Set<string>;
  readonly #observer: NodeObserver | null;
  #next = 0;
  #failure: { error: unknown } | null = null;
  #wake: () => void = () => undefined;
  running = 0;

  constructor(plan: Plan, inputs: Record<string, unknown>, observer: NodeObserver | null) {
    this.#observer = observer;
    this.#unstarted = new Set(plan.nodes.map((node) => node.name));
    for (const name of plan.inputs) this.#values.set(name, inputs[name]);
    for (const node of plan.nodes) {
      const awaited = node.dependencies.filter((name) => this.#unstarted.has(name));
      this.#open.set(node.name, awaited.length);
      if (awaited.length === 0) this.#ready.push(node);
      for (const name of awaited) this.#readers.set(name, [...(this.#readers.get(name) ?? []), node]);
    }
  }

  get hasNext(): boolean {
    return this.#failure === null && this.#next < this.#ready.length;
  }

  /** Resolves when one of the running nodes is done. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  start(): void {
    const node = this.#ready[this.#next++];
    if (node === undefined) return;
    this.#unstarted.delete(node.name);
    this.#attempt(node, this.#arguments(node), 0);
  }

  result(): Map<string, unknown> {
    if (this.#failure === null) return this.#values;
    for (const name of this.#unstarted) this.#observer?.nodeSkipped(name);
    throw this.#failure.error;
  }

  #arguments(node: GraphNode): Record<string, unknown> {
    const given = node.dependencies.filter((name) => this.#values.has(name));
    return Object.fromEntries(given.map((name) => [name, this.#values.get(name)]));
  }

  #attempt(node: GraphNode, values: Record<string, unknown>, attempt: number): void {
    this.#observer?.nodeStarted(node.name, attempt);
    this.running++;
    try {
      const run = node.run as (values: Record<string, unknown>) => unknown;
      const value = run(values);
      if (isThenable(value)) {
        value.then(
          (resolved) => this.#succeed(node, attempt, resolved),
          (error) => this.#fail(node, values, attempt, error),
        );
      } else this.#succeed(node, attempt, value);
    } catch (error) {
      this.#fail(node, values, attempt, error);
    }
  }

  #succeed(node: GraphNode, attempt: number, value: unknown): void {
    this.#observer?.nodeSucceeded(node.name, attempt, value);
    this.#values.set(node.name, value);
    for (const reader of this.#readers.get(node.name) ?? []) {
      const open = (this.#open.get(reader.name) ?? 0) - 1;
      this.#open.set(reader.name, open);
      if (open === 0) this.#ready.push(reader);
    }
    this.#done();
  }

  #fail(node: GraphNode, values: Record<string, unknown>, attempt: number, error: unknown): void {
    this.#observer?.nodeFailed(node.name, attempt, error);
    const { retry } = node.options;
    if (retry !== undefined && attempt < retry.times && this.#failure === null) {
      setTimeout(() => {
        this.running--;
        this.#attempt(node, values, attempt + 1);
      }, retry.delayMs ?? 0);
      return;
    }
    this.#failure ??= { error };
    this.#done();
  }

  #done(): void {
    this.running--;
    this.#wake();
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
