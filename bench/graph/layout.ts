import { layoutGraph } from "@heddle/core/graph/layout";
import { makeGraph } from "./make-graph";

const NODES = 10_000;
const LIMIT_MS = 250;
const ROUNDS = 9;

/** A yardstick for this machine, measured in the same run: sorting numbers, which the layout mostly does. */
function sortNumbers(): void {
  let seed = 1;
  const values = Float64Array.from({ length: 1_000_000 }, () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed;
  });
  values.sort();
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Time to lay out a graph of 10,000 nodes, against the limit and against sorting a million numbers. */
export async function run(): Promise<void> {
  const graph = makeGraph(NODES);
  layoutGraph(graph);
  const layouts: number[] = [];
  const sorts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    layouts.push(milliseconds(() => layoutGraph(graph)));
    sorts.push(milliseconds(sortNumbers));
  }
  const result = {
    benchmark: "graph-layout",
    nodes: NODES,
    edges: graph.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    milliseconds: Math.round(median(layouts)),
    limit: LIMIT_MS,
    ratio: Number((median(layouts) / median(sorts)).toFixed(2)),
  };
  console.log(
    `Laid out ${result.nodes} nodes and ${result.edges} edges in ${result.milliseconds} ms (limit ${LIMIT_MS} ms), ` +
      `${result.ratio} times sorting a million numbers.`,
  );
  console.log(JSON.stringify(result));
}
