import { createHash } from "node:crypto";
import { type CodeManifest, manifestIdentity } from "@heddle/contract";

interface Version {
  hash: string;
  manifest: CodeManifest;
}

const versions = new Map<number, Version>();

/** The graph of the pipeline that has so many nodes. */
export function versionOf(nodes: number): Version {
  const known = versions.get(nodes);
  if (known) return known;
  const path = `src/pipeline_${nodes}.ts`;
  const manifest: CodeManifest = {
    pipeline: `pipeline_${nodes}`,
    config: {},
    files: [{ path, sha256: createHash("sha256").update(path).digest("hex"), language: "typescript" }],
    nodes: Array.from({ length: nodes }, (_, index) => ({
      name: `features.table_${Math.floor(index / 10)}.column_${index}`,
      kind: "function" as const,
      dependencies:
        index === 0 ? [] : [`features.table_${Math.floor((index >> 1) / 10)}.column_${index >> 1}`],
      source: { path, startLine: index * 4 + 1, endLine: index * 4 + 3 },
    })),
  };
  const hash = createHash("sha256").update(manifestIdentity(manifest)).digest("hex");
  const made = { hash, manifest };
  versions.set(nodes, made);
  return made;
}
