import type { ColumnProfile, GraphNode, NodeKind, NodeStatus } from "@heddle/contract";

/** A run as the catalog leads to it. */
interface SeenIn {
  id: string;
  number: number | null;
  /** ISO 8601. */
  startedAt: string;
}

/** A node of a pipeline's newest version, with what became of it in that version's newest run. */
export interface CatalogNode {
  name: string;
  kind: NodeKind;
  type: string | null;
  /** The first line of it. */
  doc: string | null;
  pipeline: string;
  module: string | null;
  owner: string | null;
  /** How many nodes of the version read it. */
  usedBy: number;
  status: NodeStatus;
  run: SeenIn;
  output: GraphNode["output"];
  /** Of a scalar: what is known of the value. */
  value: ColumnProfile | null;
  /** Columns of its output whose names have a word of the search in them; three at most. */
  columns: string[];
}

export interface CatalogNodePage {
  nodes: CatalogNode[];
  /** Null: that was the last page. */
  nextCursor: string | null;
}
