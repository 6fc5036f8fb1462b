import { DataflowError } from "./dataflow-error";
import { parametersOf } from "./parameters";
import { didYouMean, unknownOptions } from "./suggest";
import type { InputSpec, NodeFunction, NodeOptions, NodeSpec, Nodes } from "./types";

const NODE_OPTIONS = ["description", "tags", "owner", "retry"] satisfies (keyof NodeOptions)[];
const RETRY_OPTIONS = ["times", "delayMs"];

export interface GraphNode {
  name: string;
  run: NodeFunction;
  options: NodeOptions;
  /** Nodes and inputs that it reads, in the order of its code. */
  dependencies: string[];
  /** Those of them that it has a default for. */
  defaults: ReadonlySet<string>;
}

export interface GraphInput {
  name: string;
  description: string | undefined;
  /** The nodes that read it. */
  readers: string[];
}

/** A dataflow as a graph; `nodes` are in an order in which each comes after those that it reads. */
export interface Graph {
  name: string;
  nodes: ReadonlyMap<string, GraphNode>;
  inputs: ReadonlyMap<string, GraphInput>;
}

/** Reads the graph out of the functions; throws a `DataflowError` that names everything wrong with it. */
export function buildGraph(name: string, definitions: Nodes): Graph {
  const problems: string[] = [];
  if (typeof name !== "string" || name === "") problems.push("The name of a dataflow must not be empty.");
  const nodes = new Map<string, GraphNode>();
  const inputs = new Map<string, GraphInput>();
  for (const [key, definition] of Object.entries(definitions)) {
    if (isInput(definition)) inputs.set(key, { name: key, description: definition.description, readers: [] });
    else readNode(key, definition, nodes, problems);
  }
  const closed = inputs.size > 0;
  for (const node of nodes.values()) {
    for (const dependency of node.dependencies) {
      if (nodes.has(dependency)) continue;
      const known = inputs.get(dependency);
      if (known !== undefined) known.readers.push(node.name);
      else if (closed) {
        const others = [...nodes.keys(), ...inputs.keys()].filter((other) => other !== node.name);
        problems.push(unknownName(node.name, dependency, others));
      } else inputs.set(dependency, { name: dependency, description: undefined, readers: [node.name] });
    }
  }
  const order = sort(nodes, problems);
  if (problems.length > 0) throw new DataflowError(name, problems);
  return { name, nodes: order, inputs };
}

function readNode(
  key: string,
  definition: NodeFunction | NodeSpec,
  nodes: Map<string, GraphNode>,
  problems: string[],
) {
  if (key === "") problems.push("The name of a node must not be empty.");
  const spec: NodeSpec =
    typeof definition === "function" ? { kind: "heddle.node", run: definition, options: {} } : definition;
  if (typeof spec?.run !== "function") {
    problems.push(`Node '${key}' is not a function. Write ${key}: ({ a, b }) => ...`);
    return;
  }
  const options = spec.options ?? {};
  problems.push(
    ...unknownOptions(`Node '${key}'`, options, NODE_OPTIONS),
    ...unknownOptions(`'retry' of node '${key}'`, options.retry ?? {}, RETRY_OPTIONS),
  );
  const { names, problem } = parametersOf(spec.run);
  if (names === null) problems.push(`Node '${key}' ${problem}`);
  const dependencies = [...new Set((names ?? []).map((parameter) => parameter.name))];
  const defaults = new Set((names ?? []).filter((one) => one.optional).map((one) => one.name));
  nodes.set(key, { name: key, run: spec.run, options, dependencies, defaults });
}

function unknownName(node: string, name: string, known: string[]): string {
  return `Node '${node}' reads '${name}', which is neither a node nor an input.${didYouMean(name, known)}`;
}

/** Depth first, so that a cycle is found as the path that leads back to where it began. */
function sort(nodes: ReadonlyMap<string, GraphNode>, problems: string[]): Map<string, GraphNode> {
  const order = new Map<string, GraphNode>();
  const reported = new Set<string>();
  const path = new Set<string>();
  for (const root of nodes.keys()) {
    const stack = [{ name: root, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const node = nodes.get(top.name);
      if (node === undefined || order.has(top.name)) {
        stack.pop();
        continue;
      }
      path.add(top.name);
      const dependency = node.dependencies[top.next++];
      if (dependency === undefined) {
        order.set(top.name, node);
        path.delete(top.name);
        stack.pop();
      } else if (path.has(dependency)) {
        const names = [...path];
        const cycle = names.slice(names.indexOf(dependency));
        const key = [...cycle].sort().join("\n");
        if (!reported.has(key)) problems.push(`There is a cycle: ${[...cycle, dependency].join(" -> ")}.`);
        reported.add(key);
      } else if (nodes.has(dependency) && !order.has(dependency)) {
        stack.push({ name: dependency, next: 0 });
      }
    }
  }
  return order;
}

function isInput(definition: NodeFunction | NodeSpec | InputSpec): definition is InputSpec {
  return typeof definition === "object" && definition?.kind === "heddle.input";
}
