import { describe, expect, it } from "vitest";
import { dataflow } from "./dataflow";
import { DataflowError } from "./dataflow-error";
import { buildGraph } from "./graph";
import { input, node } from "./node";
import { planRun } from "./plan";
import type { Nodes } from "./types";

function problemsOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof DataflowError) return error.problems;
    throw error;
  }
  return [];
}

const define = (nodes: object) => buildGraph("test", nodes as Nodes);

describe("buildGraph", () => {
  it("puts each node after those that it reads, and takes unknown names for inputs", () => {
    const graph = define({
      c: ({ b }: { b: number }) => b,
      b: ({ a, x }: { a: number; x: number }) => a + x,
      a: ({ x }: { x: number }) => x,
    });
    expect([...graph.nodes.keys()]).toEqual(["a", "b", "c"]);
    expect([...graph.inputs.values()]).toEqual([{ name: "x", description: undefined, readers: ["b", "a"] }]);
  });

  it("names all that is wrong at once", () => {
    const positional = (a: number, b: number) => a + b;
    const problems = problemsOf(() =>
      define({
        rows: input(),
        a: ({ row }: { row: number }) => row,
        b: positional,
        c: 5,
        d: ({ e }: { e: number }) => e,
        e: ({ d }: { d: number }) => d,
        "": () => 1,
      }),
    );
    expect(problems).toEqual([
      expect.stringContaining("({ a, b }) => ..."),
      "Node 'c' is not a function. Write c: ({ a, b }) => ...",
      "The name of a node must not be empty.",
      "Node 'a' reads 'row', which is neither a node nor an input. Did you mean 'rows'?",
      "There is a cycle: d -> e -> d.",
    ]);
  });

  it("finds a node that reads itself, and every cycle once", () => {
    const reads = (name: string) => new Function(`return ({ ${name} }) => 1`)();
    expect(problemsOf(() => define({ a: reads("a") }))).toEqual(["There is a cycle: a -> a."]);
    const nodes = { a: reads("b, c"), b: reads("a"), c: reads("d"), d: reads("a, x") };
    expect(problemsOf(() => define(nodes))).toEqual([
      "There is a cycle: a -> b -> a.",
      "There is a cycle: a -> c -> d -> a.",
    ]);
  });

  it("takes chains that are deeper than the call stack", () => {
    const nodes = Array.from({ length: 15_000 }, (_, at) => [
      `n${at}`,
      new Function(`return ({ n${at + 1} }) => 1`)(),
    ]);
    expect([...define(Object.fromEntries(nodes)).nodes.keys()][0]).toBe("n14999");
  });
});

describe("planRun", () => {
  const graph = define({
    spend_per_signup: ({ spend, signups }: { spend: number; signups: number }) => spend / signups,
    mean_cost: node(({ spend_per_signup }: { spend_per_signup: number }) => spend_per_signup),
    late: ({ days = 3 }: { days?: number }) => days,
  });

  it("takes only what the outputs need", () => {
    const plan = planRun(graph, { inputs: { spend: 1, signups: 1, days: 2 }, outputs: ["mean_cost"] });
    expect(plan.nodes.map(({ name }) => name)).toEqual(["spend_per_signup", "mean_cost"]);
    expect(plan.inputs).toEqual(["spend", "signups"]);
  });

  it("needs no input that has a default, nor one that nothing wanted reads", () => {
    expect(planRun(graph, { outputs: ["late"] })).toMatchObject({ inputs: [], outputs: ["late"] });
  });

  it("names missing and unknown names at once, with what was probably meant", () => {
    expect(
      problemsOf(() =>
        planRun(graph, {
          inputs: { spent: 1, mean_cost: 2, late_days: 1 },
          outputs: ["mean_costs", "spend", "mean_cost"],
        }),
      ),
    ).toEqual([
      "Output 'mean_costs' is not a node. Did you mean 'mean_cost'?",
      "Output 'spend' is not a node. It is an input.",
      "Input 'spend' is missing, which 'spend_per_signup' reads. Did you mean 'spent'?",
      "Input 'signups' is missing, which 'spend_per_signup' reads.",
      "Input 'spent' is not read by any node. Did you mean 'spend'?",
      "'mean_cost' was given as an input, but it is a node.",
      "Input 'late_days' is not read by any node.",
    ]);
  });

  it("suggests no node that needs the missing input itself", () => {
    const cycles = define({
      row: ({ rows }: { rows: number }) => rows,
      rowz: ({ row }: { row: number }) => row,
      raws: () => 1,
      x: ({ n }: { n: number }) => n,
    });
    expect(problemsOf(() => planRun(cycles, {}))).toEqual([
      "Input 'rows' is missing, which 'row' reads. Did you mean 'raws'?",
      "Input 'n' is missing, which 'x' reads.",
    ]);
    expect(problemsOf(() => define({ q: input(), row: ({ rows }: { rows: number }) => rows }))).toEqual([
      "Node 'row' reads 'rows', which is neither a node nor an input.",
    ]);
  });

  it("says where inputs belong that are passed beside the others", () => {
    const request = { spend: 1, signups: 1, inputs: {} };
    expect(problemsOf(() => planRun(graph, request))).toEqual([
      "You passed `spend`, `signups` beside `inputs`: write run({ inputs: { spend, signups } }).",
    ]);
  });
});

describe("unknown options", () => {
  it("are errors of the definition at a node", () => {
    const options = { optional: true, ownr: "me", retry: { times: 1, delay: 5 } };
    expect(problemsOf(() => define({ a: node(() => 1, options) }))).toEqual([
      "Node 'a' has no option 'optional'. The options are description, tags, owner, retry.",
      "Node 'a' has no option 'ownr'. Did you mean 'owner'? The options are description, tags, owner, retry.",
      "'retry' of node 'a' has no option 'delay'. The options are times, delayMs.",
    ]);
  });

  it("are errors of a run before any node runs", async () => {
    let ran = false;
    const flow = dataflow("options", {
      a: () => {
        ran = true;
      },
    });
    const misspelt = { output: ["a"], tag: {}, concurrency: 2, config: {} };
    const failure = flow.run(misspelt as object);
    const list = "The options are inputs, outputs, tags, config, concurrency.";
    await expect(failure).rejects.toMatchObject({
      name: "DataflowError",
      problems: [
        `run() has no option 'output'. Did you mean 'outputs'? ${list}`,
        `run() has no option 'tag'. Did you mean 'tags'? ${list}`,
      ],
    });
    expect(ran).toBe(false);
  });
});
