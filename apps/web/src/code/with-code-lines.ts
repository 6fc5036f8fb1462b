import type { NodeDetail } from "@heddle/contract";
import type { NodeData } from "../components/node-panel/node-data";
import { highlightCode } from "./highlight";

/** Adds a node's code in coloured pieces, so that no browser needs the grammars. */
export async function withCodeLines(node: NodeDetail): Promise<NodeData> {
  const { source } = node;
  return { ...node, codeLines: source ? await highlightCode(source.code, source.language) : null };
}
