import type { RunDetail } from "@heddle/contract";
import { reach } from "@heddle/core/graph/reach";
import { formatCount } from "../../format/number";
import type { RunModel } from "./run-model";

export interface Problem {
  /** The node, or null when it is the run itself. */
  node: string | null;
  type: string;
  message: string;
  /** Nodes below it that did not run. */
  skipped: number;
}

export interface Verdict {
  tone: "failed" | "lost" | "quiet" | "warning";
  title: string;
  /** What follows the node that the title leads to. */
  verb?: string;
  problems: Problem[];
  facts: string[];
}

const plural = (count: number, word: string) => `${formatCount(count)} ${word}${count === 1 ? "" : "s"}`;

function problemsOf(run: RunDetail, model: RunModel): Problem[] {
  const ofNodes = model.failures.map((node) => ({
    node: node.name,
    type: node.error?.type ?? "Error",
    message: node.error?.message ?? "The node failed without saying why.",
    skipped: [...reach(model.links, "down", node.name)].filter(
      (name) => model.byName.get(name)?.status === "skipped",
    ).length,
  }));
  if (ofNodes.length > 0) return ofNodes;
  if (run.failure) return [{ ...run.failure, skipped: 0 }];
  return run.error ? [{ node: null, type: run.error.type, message: run.error.message, skipped: 0 }] : [];
}

function factsOf(run: RunDetail, problems: Problem[]): string[] {
  const { total, succeeded, skipped } = run.nodes;
  const facts: string[] = [];
  if (succeeded > 0) facts.push(`${formatCount(succeeded)} of ${plural(total, "node")} succeeded`);
  if (skipped > 0) facts.push(`${formatCount(skipped)} skipped`);
  if (problems.length > 1) facts.push(`${formatCount(problems.length)} independent failures`);
  return facts.concat(droppedFacts(run));
}

function droppedFacts(run: RunDetail): string[] {
  return Object.entries(run.dropped)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${plural(count, "event")} dropped by the client: ${reason}`);
}

/** What is to be said about a run before its details; null when all is well. Facts only, no causes. */
export function verdictOf(run: RunDetail, model: RunModel): Verdict | null {
  const problems = problemsOf(run, model);
  const facts = factsOf(run, problems);
  if (run.status === "succeeded" && problems[0]) {
    const caught = problems[0].node
      ? { title: "Succeeded, though", verb: "failed" }
      : { title: "Succeeded, though with an error" };
    return { tone: "warning", ...caught, problems, facts };
  }
  if (run.status === "failed" || problems.length > 0) {
    const first = problems[0];
    const title = first?.node ? "Failed at" : "Failed outside of its nodes";
    return { tone: "failed", title, problems, facts };
  }
  if (run.status === "lost") {
    return { tone: "lost", title: "No sign of life", problems, facts };
  }
  if (run.status === "silent") {
    return { tone: "quiet", title: "Silent", problems, facts };
  }
  if (run.status === "cancelled") return { tone: "warning", title: "Cancelled", problems, facts };
  const dropped = droppedFacts(run);
  return dropped.length > 0
    ? { tone: "warning", title: "Not all of this run arrived", problems, facts: dropped }
    : null;
}
