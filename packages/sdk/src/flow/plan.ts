import { DataflowError } from "./dataflow-error";
import type { Graph, GraphNode } from "./graph";
import { didYouMean, unknownOptions } from "./suggest";

export interface Plan {
  /** Nodes to run, each after those that it reads. */
  nodes: GraphNode[];
  /** Names of the inputs that they read and that were given. */
  inputs: string[];
  outputs: string[];
}

/** What a run is asked for; options that do not concern the plan are only looked at by name. */
interface RunRequest {
  inputs?: object;
  outputs?: readonly string[] | undefined;
}

const RUN_OPTIONS = ["inputs", "outputs", "tags", "config", "concurrency"];

/** What a run has to do; throws a `DataflowError` that names all missing and unknown names at once. */
export function planRun(graph: Graph, request: RunRequest): Plan {
  const inputs = request.inputs ?? {};
  const { outputs } = request;
  const beside = Object.keys(request).filter((name) => !RUN_OPTIONS.includes(name) && graph.inputs.has(name));
  const others = Object.fromEntries(Object.entries(request).filter(([name]) => !beside.includes(name)));
  const problems = unknownOptions("run()", others, RUN_OPTIONS);
  if (beside.length > 0) problems.push(besideInputs(beside));
  const wanted = outputs ?? [...graph.nodes.keys()];
  for (const name of wanted) {
    if (graph.nodes.has(name)) continue;
    const kind = graph.inputs.has(name) ? " It is an input." : didYouMean(name, graph.nodes.keys());
    problems.push(`Output '${name}' is not a node.${kind}`);
  }
  const needed = withUpstream(graph, wanted);
  const nodes = [...graph.nodes.values()].filter((node) => needed.has(node.name));
  const given = Object.keys(inputs);
  const unused = given.filter((name) => !graph.inputs.has(name));
  for (const input of graph.inputs.values()) {
    if (Object.hasOwn(inputs, input.name) || beside.includes(input.name)) continue;
    const readers = nodes.filter((node) => node.dependencies.includes(input.name));
    const required = readers.filter((node) => !node.defaults.has(input.name)).map((node) => `'${node.name}'`);
    if (required.length === 0) continue;
    const hint = didYouMean(input.name, [...nodesBefore(graph, input.name), ...unused]);
    problems.push(`Input '${input.name}' is missing, which ${list(required)} ${verb(required)}.${hint}`);
  }
  for (const name of unused) {
    problems.push(
      graph.nodes.has(name)
        ? `'${name}' was given as an input, but it is a node.`
        : `Input '${name}' is not read by any node.${didYouMean(name, graph.inputs.keys())}`,
    );
  }
  if (problems.length > 0) throw new DataflowError(graph.name, problems);
  const read = new Set(nodes.flatMap((node) => node.dependencies));
  return { nodes, inputs: given.filter((name) => read.has(name)), outputs: [...wanted] };
}

/** The nodes that could stand in for an input: those that do not need it themselves. */
function nodesBefore(graph: Graph, input: string): string[] {
  const after = new Set([input]);
  for (const { name, dependencies } of graph.nodes.values()) {
    if (dependencies.some((dependency) => after.has(dependency))) after.add(name);
  }
  return [...graph.nodes.keys()].filter((name) => !after.has(name));
}

function besideInputs(names: string[]): string {
  const quoted = names.map((name) => `\`${name}\``).join(", ");
  return `You passed ${quoted} beside \`inputs\`: write run({ inputs: { ${names.join(", ")} } }).`;
}

function withUpstream(graph: Graph, names: readonly string[]): Set<string> {
  const needed = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const node = graph.nodes.get(name);
    if (node === undefined || needed.has(name)) continue;
    needed.add(name);
    open.push(...node.dependencies);
  }
  return needed;
}

function list(names: string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");
}

function verb(names: string[]): string {
  return names.length === 1 ? "reads" : "read";
}
