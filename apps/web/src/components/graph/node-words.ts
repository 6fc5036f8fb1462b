import type { GraphNode } from "@heddle/contract";
import { formatCompact, formatCount } from "../../format/number";
import { noneWords } from "../profile/none-words";
import { STATUS } from "../status/status-words";

export type ShapeKind = "data" | "table" | "series" | "scalar" | "object" | "code";

const BY_SHAPE = {
  table: "table",
  array: "series",
  scalar: "scalar",
  object: "object",
  none: "code",
} as const;

/** Which small picture stands for what the node gives. */
export function shapeKind({ kind, output }: Pick<GraphNode, "kind" | "output">): ShapeKind {
  if (kind === "input" && (!output || output.shape === "table")) return "data";
  return output ? BY_SHAPE[output.shape] : "code";
}

function outputWords({ kind, output, type }: GraphNode): string {
  if (!output) return type ?? (kind === "input" ? "input" : "");
  if (output.shape === "none") return noneWords(output.dataType);
  if (output.shape === "table") {
    if (kind === "input" && output.rows !== null) return `${formatCompact(output.rows)} rows`;
    return `${formatCount(output.columnCount)} ${output.columnCount === 1 ? "column" : "columns"}`;
  }
  if (output.shape === "array" && output.rows !== null) return `${formatCompact(output.rows)} values`;
  return output.dataType;
}

/** The second line of a box: the error, else the present, else what came out. */
export function nodeWords(node: GraphNode, live: boolean): string {
  if (node.error) return node.error.type;
  if (node.status === "running" && !live) return "no end reported";
  if (node.status === "running") return node.tasks > 1 ? `running, ${node.tasks} tasks` : "running";
  const words = outputWords(node);
  return node.tasks > 1 ? [`${formatCount(node.tasks)} tasks`, words].filter(Boolean).join(", ") : words;
}

/** Everything that the box shows, as a sentence. */
export function nodeLabel(node: GraphNode, live: boolean): string {
  return [node.name, STATUS[node.status].label.toLowerCase(), nodeWords(node, live)]
    .filter(Boolean)
    .join(", ");
}
