import { describe, expect, expectTypeOf, it } from "vitest";
import { dataflow } from "./dataflow";
import { input, node } from "./node";

const growth = dataflow("growth", {
  spend_per_signup: ({ spend, signups }: { spend: number[]; signups: number[] }) =>
    spend.map((value, day) => value / (signups[day] ?? 1)),
  mean_cost: async ({ spend_per_signup }: { spend_per_signup: number[] }) => spend_per_signup[0] ?? 0,
  label: node(({ mean_cost, digits = 2 }: { mean_cost: number; digits?: number }) =>
    mean_cost.toFixed(digits),
  ),
});

// Never called: what is in it only has to compile, or not to.
async function compileOnly() {
  const result = await growth.run({ inputs: { spend: [1], signups: [1] }, outputs: ["mean_cost", "label"] });
  expectTypeOf(result).toEqualTypeOf<{ mean_cost: number; label: string }>();
  const all = await growth.run({ inputs: { spend: [1], signups: [1], digits: 3 } });
  expectTypeOf(all).toEqualTypeOf<{ mean_cost: number; label: string; spend_per_signup: number[] }>();
  // @ts-expect-error an input is missing
  await growth.run({ inputs: { spend: [1] } });
  // @ts-expect-error all inputs are missing
  await growth.run();
  // @ts-expect-error an input has another type
  await growth.run({ inputs: { spend: ["1"], signups: [1] } });
  // @ts-expect-error an output is misspelt
  await growth.run({ inputs: { spend: [1], signups: [1] }, outputs: ["mean_costs"] });
  // @ts-expect-error an input is not a node
  await growth.run({ inputs: { spend: [1], signups: [1] }, outputs: ["spend"] });

  // @ts-expect-error an option is misspelt
  await growth.run({ inputs: { spend: [1], signups: [1] }, output: ["label"] });
  // @ts-expect-error an input beside the inputs
  await growth.run({ inputs: { spend: [1], signups: [1] }, digits: 3 });
  // @ts-expect-error a node has no such option
  node(() => 1, { optional: true });

  expectTypeOf(await dataflow("none", { one: () => 1 }).run()).toEqualTypeOf<{ one: number }>();

  dataflow("types", {
    a: () => 3,
    // @ts-expect-error a gives a number
    b: ({ a }: { a: string }) => a,
    // @ts-expect-error a gives a number
    c: node(({ a }: { a: string[] }) => a),
    d: ({ a }: { a: number | string }) => a,
  });
  dataflow("names", {
    rows: input<number[]>(),
    // @ts-expect-error neither a node nor an input
    a: ({ row }: { row: number[] }) => row,
    b: ({ rows }: { rows: number[] }) => rows.length,
    // @ts-expect-error the input has another type
    c: ({ rows }: { rows: string[] }) => rows,
  });
  // @ts-expect-error a positional function
  dataflow("positional", { a: (x: number, y: number) => x + y });
}

describe("dataflow", () => {
  it("runs what compiles", async () => {
    expect(compileOnly).toBeTypeOf("function");
    const result = await growth.run({ inputs: { spend: [6], signups: [4] }, outputs: ["label"] });
    expect(result).toEqual({ label: "1.50" });
  });
});
