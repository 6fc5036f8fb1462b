import { parameterAttribute } from "../capture/attributes";
import { callSite } from "../code/call-site";
import { captureVersion } from "../code/code-version";
import { currentClient } from "../delivery/clients";
import type { Version } from "../delivery/versions";
import { type Origin, originOf } from "../run/origin";
import { RunRecorder } from "../run/run-recorder";
import { safely } from "../run/safely";
import { StepGraph } from "./step-graph";

/** A run of existing code, handed to the function that `trackRun` calls. */
export interface TrackedRun {
  /**
   * Calls `step` with `inputs` and records it as a node. Values that earlier steps gave are recognised, so
   * that the graph follows from what is passed. Resolves to what the step gives, and rejects with what it
   * throws.
   */
  node<I extends object, R>(name: string, inputs: I, step: (inputs: I) => R): Promise<Awaited<R>>;
}

export interface TrackRunOptions {
  /** Labels of the run, to find it by. */
  tags?: Record<string, string>;
  /** What the run was configured with, to be seen and compared. */
  config?: object;
}

/**
 * Records code that exists already as a run of `pipeline`, step by step.
 *
 * @example
 * await trackRun("nightly", async (run) => {
 *   const orders = await run.node("orders", {}, loadOrders);
 *   return await run.node("clean", { orders }, ({ orders }) => cleanOrders(orders));
 * });
 */
export async function trackRun<R>(
  pipeline: string,
  body: (run: TrackedRun) => R,
  options: TrackRunOptions = {},
): Promise<Awaited<R>> {
  const recording = safely(() => Recording.begin(pipeline, options, callSite(trackRun).files)) ?? null;
  if (recording === null) return await body(untracked);
  try {
    const result = await body(recording);
    recording.succeeded();
    return result;
  } catch (error) {
    await recording.failed(error);
    throw error;
  }
}

const untracked: TrackedRun = {
  async node<I extends object, R>(_: string, inputs: I, step: (inputs: I) => R): Promise<Awaited<R>> {
    return await step(inputs);
  },
};

class Recording implements TrackedRun {
  readonly #pipeline: string;
  readonly #graph = new StepGraph();
  readonly #recorder: RunRecorder;
  readonly #origin: Promise<Origin>;
  readonly #files: string[];

  static begin(pipeline: string, options: TrackRunOptions, files: string[]): Recording | null {
    const client = currentClient();
    if (client === null) return null;
    const origin = originOf(files, client.settings.variables);
    const recorder = new RunRecorder(client);
    recorder.started({ pipeline, tags: options.tags, config: options.config }, origin, Promise.resolve(null));
    return new Recording(pipeline, recorder, origin, files);
  }

  constructor(pipeline: string, recorder: RunRecorder, origin: Promise<Origin>, files: string[]) {
    this.#pipeline = pipeline;
    this.#recorder = recorder;
    this.#origin = origin;
    this.#files = files;
  }

  async node<I extends object, R>(name: string, inputs: I, step: (inputs: I) => R): Promise<Awaited<R>> {
    const call = safely(() => this.#begin(name, inputs, step)) ?? { task: "", parameters: [] };
    try {
      const value = await step(inputs);
      safely(() => this.#graph.produced(name, value));
      this.#recorder.nodeSucceeded(name, 0, value, call.task, call.parameters);
      return value;
    } catch (error) {
      this.#recorder.nodeFailed(name, 0, error, call.task, call.parameters);
      throw error;
    }
  }

  succeeded(): void {
    safely(() => this.#recorder.finished(null, this.#version()));
  }

  async failed(error: unknown): Promise<void> {
    await this.#recorder.failed(error, this.#version());
  }

  #begin(name: string, inputs: object, step: (inputs: never) => unknown) {
    const { task, outside, parameters } = this.#graph.add(name, inputs, step);
    for (const [key, value] of outside) this.#recorder.inputGiven(key, value);
    this.#recorder.nodeStarted(name, 0, task);
    const attributes = parameters.map(([key, value]) => parameterAttribute(key, value));
    return { task, parameters: attributes.filter((attribute) => attribute !== null) };
  }

  async #version(): Promise<Version | null> {
    try {
      const { root, git } = await this.#origin;
      const nodes = this.#graph.nodes();
      return await captureVersion({ pipeline: this.#pipeline, nodes, files: this.#files, root, git });
    } catch {
      return null;
    }
  }
}
