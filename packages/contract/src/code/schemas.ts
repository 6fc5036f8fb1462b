import { z } from "zod";
import { LIMITS } from "../limits";
import { json, name, sha256, tags, text } from "../primitives";
import type { CodeManifest, NodeDefinition, SourceFile, SourceSpan } from "./manifest";

const line = z.number().int().min(1);

const sourceSpan = z.object({
  path: text,
  startLine: line,
  endLine: line,
}) satisfies z.ZodType<SourceSpan>;

const nodeDefinition = z.object({
  name,
  kind: z.enum(["input", "function", "step"]),
  dependencies: z.array(name).max(LIMITS.nodesPerVersion),
  type: text.optional(),
  doc: text.optional(),
  module: name.optional(),
  owner: name.optional(),
  tags: tags.optional(),
  source: sourceSpan.optional(),
}) satisfies z.ZodType<NodeDefinition>;

const sourceFile = z.object({
  path: text,
  sha256,
  language: z.enum(["typescript", "javascript", "python", "sql", "text"]),
}) satisfies z.ZodType<SourceFile>;

export const codeManifestSchema = z
  .object({
    pipeline: name,
    nodes: z.array(nodeDefinition).max(LIMITS.nodesPerVersion),
    files: z.array(sourceFile).max(LIMITS.filesPerVersion),
    config: z.record(z.string(), json),
  })
  .meta({ id: "CodeManifest" }) satisfies z.ZodType<CodeManifest>;
