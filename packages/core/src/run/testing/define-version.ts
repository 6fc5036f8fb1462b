import { createHash } from "node:crypto";
import { type CodeManifest, manifestIdentity, type SourceFile, type SourceSpan } from "@heddle/contract";
import type { Sent } from "./stored-project";

interface Sources {
  files: SourceFile[];
  spans: Record<string, SourceSpan>;
}

/** The event that defines a version, from each node's name and what it depends on. */
export function defineVersion(
  runId: string,
  graph: Record<string, string[]>,
  inputs: string[] = [],
  { files, spans }: Sources = { files: [], spans: {} },
) {
  const manifest: CodeManifest = {
    pipeline: "p",
    config: {},
    files,
    nodes: Object.entries(graph).map(([name, dependencies]) => ({
      name,
      kind: inputs.includes(name) ? "input" : "function",
      dependencies,
      source: spans[name],
    })),
  };
  const hash = createHash("sha256").update(manifestIdentity(manifest)).digest("hex");
  const event: Sent = { type: "code.version", runId, hash, manifest };
  return { hash, event };
}
