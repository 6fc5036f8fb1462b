import { canonicalJson, type JsonValue } from "../json";

/** Where a definition stands in a source file. Lines count from 1, both ends are included. */
export interface SourceSpan {
  path: string;
  startLine: number;
  endLine: number;
}

export type NodeKind = "input" | "function" | "step";

/** One node of a graph, as the code defines it. */
export interface NodeDefinition {
  name: string;
  kind: NodeKind;
  /** Names of the nodes that this one reads, in the order of its code. */
  dependencies: string[];
  /** Type of the value, for display. */
  type?: string;
  doc?: string;
  /** Group of the node in the picture, usually its source file. */
  module?: string;
  owner?: string;
  tags?: Record<string, string>;
  source?: SourceSpan;
}

/** A source file that a version consists of; its text travels as a blob under its SHA-256 (hex). */
export interface SourceFile {
  path: string;
  sha256: string;
  language: "typescript" | "javascript" | "python" | "sql" | "text";
}

/** Everything that makes one code version. Its hash is the version's identity. */
export interface CodeManifest {
  pipeline: string;
  nodes: NodeDefinition[];
  files: SourceFile[];
  /** Configuration that selects implementations. */
  config: Record<string, JsonValue>;
}

/** The text whose SHA-256, in hex, names a code version. The order of nodes and files does not matter. */
export function manifestIdentity(manifest: CodeManifest): string {
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  const sorted = {
    ...manifest,
    nodes: [...manifest.nodes].sort(byName),
    files: [...manifest.files].sort(byPath),
  };
  return canonicalJson(JSON.parse(JSON.stringify(sorted)) as JsonValue);
}
