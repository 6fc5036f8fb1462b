import type { Cause, ComparisonSummary } from "@heddle/core";
import { formatCount } from "../../format/number";

export interface ComparisonVerdict {
  tone: "failed" | "lost" | "running" | "good" | "plain";
  title: string;
  /** A second sentence; "" when there is no more to say. */
  detail: string;
}

export const plural = (count: number, word: string, many = `${word}s`) =>
  `${formatCount(count)} ${count === 1 ? word : many}`;

/** Causes that are more than the size of an input, by what they may explain. */
function strongCauses(causes: readonly Cause[], explains: Cause["explains"]): Cause[] {
  return causes.filter((cause) => !cause.weak && cause.explains === explains);
}

/** What a comparison comes to, in one sentence and a second one. Recorded facts, and "may" for the rest. */
export function verdictOf(summary: ComparisonSummary): ComparisonVerdict {
  const { a, b, failures } = summary;
  if (a.id === b.id) {
    return {
      tone: "plain",
      title: "A and B are the same run",
      detail: "Choose another run for one of them.",
    };
  }
  if (summary.equal) return { tone: "good", title: `These runs are equal: ${counts(summary)}`, detail: "" };
  const [first] = failures;
  const detail = detailOf(summary);
  const running = b.status === "running" || a.status === "running";
  if (!first && running) {
    const [side, { nodes }] = b.status === "running" ? (["B", b] as const) : (["A", a] as const);
    const done = `${formatCount(nodes.succeeded)} of ${plural(nodes.total, "node")}`;
    return { tone: "running", title: `${side} is still running: ${done} so far`, detail };
  }
  if (first) return { ...failureVerdict(summary, first), detail };
  return { ...calmVerdict(summary), detail };
}

type Headline = Omit<ComparisonVerdict, "detail">;

function failureVerdict(summary: ComparisonSummary, first: ComparisonSummary["failures"][number]): Headline {
  const run = first.side === "b" ? summary.b : summary.a;
  const lost = first.node === null && run.status === "lost";
  const what =
    first.node === null ? (lost ? "the loss of the run" : "the failure") : `the failure of ${first.node}`;
  const count = strongCauses(summary.causes, "failure").length + unlisted(summary);
  const tone = first.side === "a" ? "good" : lost ? "lost" : "failed";
  if (first.side === "a") {
    const name = first.node ?? "The run";
    const title =
      count > 0
        ? `${name} failed in A and not in B: ${plural(count, "difference")} may have mended it`
        : `${name} failed in A and not in B, and nothing that was recorded explains it`;
    return { tone, title };
  }
  if (count > 0) return { tone, title: `${plural(count, "difference")} may explain ${what}` };
  return { tone, title: `Unexplained: ${unexplained(summary, what)}` };
}

function unlisted({ moreCauses, causes }: ComparisonSummary): number {
  // Causes are listed strongest first: when some are left out and none that is weak is listed, those are strong.
  return causes.some((cause) => cause.weak || cause.explains === "nothing") ? 0 : moreCauses;
}

function unexplained(summary: ComparisonSummary, what: string): string {
  const unknown = unknownWords(summary);
  const differs = summary.causes.length > 0;
  const nothing = differs
    ? `nothing that was recorded upstream of ${what} differs`
    : "nothing that was recorded differs";
  return unknown.length > 0 ? `${nothing}; not recorded: ${unknown.join(", ")}` : nothing;
}

/** What could not be compared. */
function unknownWords({ functions, environment }: ComparisonSummary): string[] {
  const words: string[] = [];
  if (functions.unknown > 0) words.push(`the code of ${plural(functions.unknown, "function")}`);
  if (!environment) words.push("packages");
  return words;
}

function calmVerdict(summary: ComparisonSummary): Headline {
  const { columns, b } = summary;
  const tone = b.status === "succeeded" ? "good" : "plain";
  const differences = summary.causes.filter(({ weak }) => !weak).length + unlisted(summary);
  if (columns.moved > 0) {
    const moved = plural(columns.moved, "column");
    const count = strongCauses(summary.causes, "columns").length;
    return count > 0
      ? { tone: "plain", title: `${plural(count, "difference")} may explain ${moved} that moved` }
      : { tone: "plain", title: `${moved} moved, and nothing that was recorded upstream of them differs` };
  }
  if (b.status === "failed" && summary.a.status === "failed") {
    const where = b.failure?.node ? ` at ${b.failure.node}` : "";
    return { tone: "failed", title: `Both failed${where} in the same way` };
  }
  if (differences > 0) return { tone, title: `${plural(differences, "difference")}, and no column moved` };
  return { tone, title: "Same code, configuration and packages, and no column moved" };
}

function counts({ functions, inputs, columns }: ComparisonSummary): string {
  const of = (same: number, total: number, word: string) => `${formatCount(same)} of ${plural(total, word)}`;
  return [
    functions.total > 0 ? of(functions.same, functions.total, "function") : "",
    inputs.length > 0 ? of(inputs.filter(({ same }) => same).length, inputs.length, "input") : "",
    columns.total > 0 ? of(columns.same, columns.total, "column") : "",
  ]
    .filter(Boolean)
    .join(", ");
}

function detailOf(summary: ComparisonSummary): string {
  const { a, b, nodes, columns, failures } = summary;
  const others = failures.length > 0 ? strongCauses(summary.causes, "columns").length : 0;
  const sentences = [
    a.pipeline !== b.pipeline ? "Two pipelines: nodes are compared by their names." : "",
    others > 0
      ? `${plural(others, "more", "more")} may explain ${plural(columns.moved, "column")} that moved.`
      : "",
    `${formatCount(nodes.differing)} of ${plural(nodes.total, "node")} ${nodes.differing === 1 ? "differs" : "differ"}.`,
    columns.total > 0 ? `${formatCount(columns.moved)} of ${plural(columns.total, "column")} moved.` : "",
    columns.absent > 0
      ? `${plural(columns.absent, "column")} came from one run only, because its node did not finish in the other.`
      : "",
  ];
  return sentences.filter(Boolean).join(" ");
}
