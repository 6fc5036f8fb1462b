import { callSite } from "../code/call-site";
import { type CodeNode, captureVersion } from "../code/code-version";
import type { Client } from "../delivery/client";
import { currentClient } from "../delivery/clients";
import type { Version } from "../delivery/versions";
import { type Origin, originOf } from "../run/origin";
import { RunRecorder } from "../run/run-recorder";
import { safely } from "../run/safely";
import { execute } from "./execute";
import { buildGraph, type Graph } from "./graph";
import { type Plan, planRun } from "./plan";
import type { Checked, Gives, InputsOf, NodeNames, Nodes } from "./types";

const CONCURRENCY = 8;

interface Options<N, O> {
  /** The nodes whose values are wanted; all of them without it. Only what they need is run. */
  outputs?: O;
  /** Labels of the run, to find it by. */
  tags?: Record<string, string>;
  /** What the run was configured with, to be seen and compared. */
  config?: object;
  /** How many nodes may run at the same time: 8 without it. */
  concurrency?: number;
  inputs?: InputsOf<N>;
}

type RunOptions<N, O> = Options<N, O> & { inputs: InputsOf<N> };
type RunArguments<N, O> =
  object extends InputsOf<N> ? [options?: Options<N, O>] : [options: RunOptions<N, O>];

/** A graph of functions that can be run, and whose runs are recorded. */
export interface Dataflow<N> {
  readonly name: string;
  /**
   * Runs what the wanted outputs need and resolves to their values. Throws a `DataflowError` before
   * anything runs when a name is missing or unknown; else what a node threw, as it was.
   */
  run<const O extends readonly NodeNames<N>[] = readonly NodeNames<N>[]>(
    ...options: RunArguments<N, O>
  ): Promise<{ [K in O[number]]: Gives<N[K]> }>;
}

/**
 * Defines a dataflow. Each node is a function of one object; the names that it takes out of it are the
 * nodes that it reads, or inputs of the run.
 *
 * @example
 * const growth = dataflow("growth", {
 *   spend_per_signup: ({ spend, signups }: { spend: number[]; signups: number[] }) =>
 *     spend.map((value, day) => value / (signups[day] ?? 1)),
 *   mean_cost: ({ spend_per_signup }: { spend_per_signup: number[] }) => mean(spend_per_signup),
 * });
 * const { mean_cost } = await growth.run({ inputs: { spend, signups }, outputs: ["mean_cost"] });
 */
export function dataflow<N extends Nodes>(name: string, nodes: N & Checked<N>): Dataflow<N> {
  const graph = buildGraph(name, nodes);
  const code = new DataflowCode(graph, callSite(dataflow).files);
  return {
    name,
    async run(...[options]) {
      const inputs: Record<string, unknown> = { ...options?.inputs };
      const plan = planRun(graph, { ...options, inputs });
      const client = safely(currentClient) ?? null;
      const recorder = client && (safely(() => startRun(client, code, plan, inputs, options)) ?? null);
      const concurrency = Math.max(1, Math.floor(options?.concurrency ?? CONCURRENCY));
      try {
        const values = await execute(plan, inputs, concurrency, recorder);
        recorder?.finished(null);
        return Object.fromEntries(plan.outputs.map((output) => [output, values.get(output)])) as never;
      } catch (error) {
        await recorder?.failed(error);
        throw error;
      }
    },
  };
}

function startRun(
  client: Client,
  code: DataflowCode,
  plan: Plan,
  inputs: Record<string, unknown>,
  options: { tags?: Record<string, string>; config?: object } | undefined,
): RunRecorder {
  const recorder = new RunRecorder(client);
  const origin = originOf(code.files, client.settings.variables);
  const plannedNodes = [...plan.inputs, ...plan.nodes.map((node) => node.name)];
  const details = { pipeline: code.graph.name, tags: options?.tags, config: options?.config, plannedNodes };
  recorder.started(details, origin, code.version(origin));
  for (const name of plan.inputs) recorder.inputGiven(name, inputs[name]);
  return recorder;
}

/** The code of a dataflow, read when it is run for the first time. */
class DataflowCode {
  readonly graph: Graph;
  readonly files: string[];
  #version: Promise<Version | null> | null = null;

  constructor(graph: Graph, files: string[]) {
    this.graph = graph;
    this.files = files;
  }

  version(origin: Promise<Origin>): Promise<Version | null> {
    this.#version ??= this.#capture(origin).catch(() => null);
    return this.#version;
  }

  async #capture(origin: Promise<Origin>): Promise<Version> {
    const { root, git } = await origin;
    return await captureVersion({
      pipeline: this.graph.name,
      nodes: codeNodes(this.graph),
      files: this.files,
      root,
      git,
    });
  }
}

function codeNodes({ inputs, nodes }: Graph): CodeNode[] {
  const given = [...inputs.values()].map(({ name, description }): CodeNode => {
    const options = description === undefined ? {} : { description };
    return { name, kind: "input", dependencies: [], run: null, options };
  });
  const functions = [...nodes.values()].map(({ name, dependencies, run, options }): CodeNode => {
    return { name, kind: "function", dependencies, run, options };
  });
  return [...given, ...functions];
}
