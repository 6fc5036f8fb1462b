import { describe, expect, it } from "vitest";
import { execute, type NodeObserver } from "./execute";
import { buildGraph } from "./graph";
import { node } from "./node";
import { planRun } from "./plan";
import type { Nodes } from "./types";

function observe() {
  const seen: string[] = [];
  const observer: NodeObserver = {
    nodeStarted: (name, attempt) => seen.push(`${name} started ${attempt}`),
    nodeSucceeded: (name, attempt, value) => seen.push(`${name} gave ${value} in ${attempt}`),
    nodeFailed: (name, attempt, error) => seen.push(`${name} failed in ${attempt}: ${error}`),
    nodeSkipped: (name) => seen.push(`${name} skipped`),
  };
  return { seen, observer };
}

async function run(
  nodes: object,
  inputs: Record<string, unknown> = {},
  concurrency = 8,
  observer?: NodeObserver,
) {
  const graph = buildGraph("test", nodes as Nodes);
  const values = await execute(planRun(graph, { inputs }), inputs, concurrency, observer ?? null);
  return Object.fromEntries([...values].filter(([name]) => graph.nodes.has(name)));
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("execute", () => {
  it("hands values on, plain and promised", async () => {
    const values = await run(
      {
        a: ({ x }: { x: number }) => x + 1,
        b: async ({ a }: { a: number }) => a * 2,
        c: ({ a, b, y = 10 }: { a: number; b: number; y?: number }) => a + b + y,
      },
      { x: 1 },
    );
    expect(values).toEqual({ a: 2, b: 4, c: 16 });
  });

  it.each([[1], [2], [5]])("runs independent nodes at the same time, %i at most", async (limit) => {
    let running = 0;
    let most = 0;
    const busy = async () => {
      most = Math.max(most, ++running);
      await turn();
      await turn();
      running--;
    };
    await run(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`n${at}`, busy])), {}, limit);
    expect(most).toBe(limit);
  });

  it("throws the very error of the node, skips the rest, and waits for what is running", async () => {
    const error = { not: "an Error" };
    const { seen, observer } = observe();
    let slowDone = false;
    const nodes = {
      slow: async () => {
        await turn();
        await turn();
        slowDone = true;
        return "slow";
      },
      bad: async () => {
        throw error;
      },
      after: ({ bad }: { bad: number }) => bad,
      afterSlow: ({ slow }: { slow: number }) => slow,
    };
    await expect(run(nodes, {}, 8, observer)).rejects.toBe(error);
    expect(slowDone).toBe(true);
    expect(seen).toEqual([
      "slow started 0",
      "bad started 0",
      "bad failed in 0: [object Object]",
      "slow gave slow in 0",
      "after skipped",
      "afterSlow skipped",
    ]);
  });

  it("starts nothing after a node that threw at once", async () => {
    const { seen, observer } = observe();
    const bad = () => {
      throw new Error("no");
    };
    await expect(run({ bad, other: () => 1 }, {}, 8, observer)).rejects.toThrow("no");
    expect(seen).toEqual(["bad started 0", "bad failed in 0: Error: no", "other skipped"]);
  });

  it("tries again as often as asked, each time as an attempt", async () => {
    const { seen, observer } = observe();
    let left = 2;
    const flaky = node(
      () => {
        if (left-- > 0) throw new Error("no");
        return "ok";
      },
      { retry: { times: 2, delayMs: 1 } },
    );
    expect(await run({ flaky }, {}, 1, observer)).toEqual({ flaky: "ok" });
    expect(seen).toEqual([
      "flaky started 0",
      "flaky failed in 0: Error: no",
      "flaky started 1",
      "flaky failed in 1: Error: no",
      "flaky started 2",
      "flaky gave ok in 2",
    ]);
  });

  it("takes a chain of thousands of nodes", async () => {
    const nodes = Array.from({ length: 5000 }, (_, at) => [
      `n${at}`,
      at === 0 ? () => 0 : new Function(`return ({ n${at - 1} }) => n${at - 1} + 1`)(),
    ]);
    expect((await run(Object.fromEntries(nodes))).n4999).toBe(4999);
  });
});
