import type { NodeDetail } from "@heddle/contract";
import type { CodeLines } from "../../code/tokens";

/** What the panel shows: the node, and its code in coloured pieces (null: there is no code). */
export interface NodeData extends NodeDetail {
  codeLines: CodeLines | null;
}
