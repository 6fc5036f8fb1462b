export interface SnippetLine {
  text: string;
  /** What a pipeline that exists already has to gain to be tracked. */
  added: boolean;
}

export interface Snippet {
  key: "graph" | "steps";
  label: string;
  lines: SnippetLine[];
}

interface Access {
  url: string;
  apiKey: string;
}

/** Stands where a key will be. */
export const NO_KEY = "<your API key>";

function lines(text: string): SnippetLine[] {
  return text
    .trim()
    .split("\n")
    .map((line) => ({ text: line.replace(/^[+ ] ?/, ""), added: line.startsWith("+") }));
}

function graph({ url, apiKey }: Access): string {
  return `
+ import { configure, dataflow } from "@heddle/sdk";
  
+ configure({
+   url: "${url}",
+   apiKey: "${apiKey}",
+ });
  
+ const growth = dataflow("growth", {
    spend_per_signup: ({ spend, signups }: { spend: number[]; signups: number[] }) =>
      spend.map((value, week) => value / (signups[week] ?? 1)),
    mean_cost: ({ spend_per_signup }: { spend_per_signup: number[] }) =>
      spend_per_signup.reduce((sum, value) => sum + value, 0) / spend_per_signup.length,
+ });
  
  const inputs = { spend: [1200, 1350, 990, 1430], signups: [30, 27, 22, 41] };
+ const { mean_cost } = await growth.run({ inputs });
  console.log(mean_cost);`;
}

function steps({ url, apiKey }: Access): string {
  return `
+ import { configure, trackRun } from "@heddle/sdk";
  
+ configure({
+   url: "${url}",
+   apiKey: "${apiKey}",
+ });
  
  const loadOrders = async () => [{ id: 1, amount: 42 }, { id: 2, amount: null }];
  const totalOf = (orders: { amount: number | null }[]) =>
    orders.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  
+ await trackRun("nightly", async (run) => {
+   const orders = await run.node("orders", {}, loadOrders);
+   const total = await run.node("total", { orders }, ({ orders }) => totalOf(orders));
    console.log(total);
+ });`;
}

/** Programs that run as they are and send one run, with address and key filled in. */
export function snippetsFor(access: Access): Snippet[] {
  return [
    { key: "graph", label: "A graph of functions", lines: lines(graph(access)) },
    { key: "steps", label: "Code you have", lines: lines(steps(access)) },
  ];
}

/** The program alone, as it is copied. */
export function plainText(snippet: Snippet): string {
  return `${snippet.lines.map(({ text }) => text).join("\n")}\n`;
}
