import { createHash } from "node:crypto";
import path from "node:path";
import {
  type CodeManifest,
  type GitState,
  LIMITS,
  manifestIdentity,
  type NodeDefinition,
  type SourceFile,
} from "@heddle/contract";
import { maskTokens } from "@heddle/stats";
import { fit, fitName } from "../capture/text";
import { toTags } from "../capture/to-json";
import type { Version } from "../delivery/versions";
import type { NodeFunction, NodeOptions } from "../flow/types";
import { docCommentAbove } from "./doc-comment";
import { Locator } from "./locate";
import { isTypeScript, readProjectFiles } from "./project-files";

/** A node as the code of a pipeline has it; an input has no function. */
export interface CodeNode {
  name: string;
  dependencies: string[];
  run: NodeFunction | null;
  kind: NodeDefinition["kind"];
  options: NodeOptions;
}

export interface CodeOrigin {
  pipeline: string;
  nodes: CodeNode[];
  /** Files that call the SDK, nearest first. */
  files: string[];
  /** Paths are given from here on. */
  root: string;
  git: GitState | null;
}

/** Everything that makes the version of a pipeline's code: graph, definitions, files. */
export async function captureVersion({ pipeline, nodes, files, root, git }: CodeOrigin): Promise<Version> {
  const project = await readProjectFiles(files);
  const locator = new Locator(project);
  const book = new FileBook(root);
  for (const source of project.flatMap((file) => file.sources)) book.add(source.path, source.text);
  const loose = new LooseFunctions(pipeline);
  const definitions = nodes.map((node): NodeDefinition => {
    const location = node.run === null ? null : locator.locate(node.name, node.run);
    const doc = location === null ? undefined : docCommentAbove(location.text, location.start);
    const source = location === null ? loose.add(node) : book.span(location);
    const tags = toTags(node.options.tags);
    return {
      name: fitName(node.name),
      kind: node.kind,
      dependencies: node.dependencies.map(fitName),
      ...optional("doc", node.options.description ?? doc, fit),
      ...optional("owner", node.options.owner, fitName),
      ...(tags === undefined ? {} : { tags }),
      ...(source ? { source, module: fitName(source.path.replace(/\.[^./]+$/, "")) } : {}),
    };
  });
  loose.store(book);
  const manifest: CodeManifest = {
    pipeline: fitName(pipeline),
    nodes: definitions,
    files: book.files(),
    config: {},
  };
  return { hash: sha256(manifestIdentity(manifest)), manifest, git, files: book.texts };
}

function optional<K extends string>(key: K, value: string | undefined, fitting: (text: string) => string) {
  return (value === undefined || value === "" ? {} : { [key]: fitting(String(value)) }) as {
    [P in K]?: string;
  };
}

/** The files of a version. Tokens of well-known shapes do not leave the machine; lines keep their numbers. */
class FileBook {
  readonly texts = new Map<string, string>();
  readonly #files = new Map<string, SourceFile>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  add(file: string, text: string): void {
    const masked = maskTokens(text);
    if (Buffer.byteLength(masked) > LIMITS.blobBytes) return;
    const hash = sha256(masked);
    const shown = this.#shown(file);
    this.texts.set(hash, masked);
    this.#files.set(shown, { path: shown, sha256: hash, language: languageOf(shown) });
  }

  span({ path: file, text, start, end }: { path: string; text: string; start: number; end: number }) {
    return { path: this.#shown(file), startLine: lineOf(text, start), endLine: lineOf(text, end) };
  }

  files(): SourceFile[] {
    return [...this.#files.values()];
  }

  #shown(file: string): string {
    return fitName(
      (path.isAbsolute(file) ? path.relative(this.#root, file) : file).split(path.sep).join("/"),
    );
  }
}

/** Functions that stand in no file that can be read, written one below the other into a file of their own. */
class LooseFunctions {
  readonly #path: string;
  #text = "";

  constructor(pipeline: string) {
    this.#path = `functions of ${pipeline.replaceAll(/[\\/]/g, "_")}.js`;
  }

  add({ name, run }: CodeNode): NodeDefinition["source"] | null {
    if (run === null) return null;
    const startLine = lineOf(this.#text, this.#text.length);
    const begin = `// ${name.replaceAll(/\s/g, " ")}\n`;
    const code = Function.prototype.toString.call(run);
    this.#text += `${begin}${code}\n\n`;
    return { path: this.#path, startLine: startLine + 1, endLine: startLine + code.split("\n").length };
  }

  store(book: FileBook): void {
    if (this.#text !== "") book.add(this.#path, this.#text);
  }
}

function languageOf(file: string): SourceFile["language"] {
  if (isTypeScript(file)) return "typescript";
  return /\.[mc]?jsx?$/.test(file) ? "javascript" : "text";
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
