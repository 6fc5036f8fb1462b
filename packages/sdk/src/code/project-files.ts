import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { type LoadedMap, loadSourceMap, type MappedSource } from "./source-map";

const MOST_FILES = 500;
const MOST_BYTES = 4 * 1024 * 1024;
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["'](\.{1,2}\/[^"'\n]*|\.{1,2})["']/g;
const ENDINGS = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx", "/index.ts", "/index.js"];

/** A file as the runtime finds it on disk. */
export interface ProjectFile {
  path: string;
  text: string;
  map: LoadedMap | null;
  /** What people wrote: the file itself, or the files that it was compiled from. */
  sources: MappedSource[];
}

/** The given files and the project's own files that they import, directly or not. */
export async function readProjectFiles(entries: readonly string[]): Promise<ProjectFile[]> {
  const files: ProjectFile[] = [];
  const seen = new Set(entries);
  const open = [...entries];
  for (let next = open.shift(); next !== undefined && files.length < MOST_FILES; next = open.shift()) {
    const file = await readProjectFile(next);
    if (file === null) continue;
    files.push(file);
    for (const [, specifier] of file.text.matchAll(IMPORT)) {
      const target = await resolveImport(path.dirname(next), specifier ?? "", seen);
      if (target !== null) open.push(target);
    }
  }
  return files;
}

async function readProjectFile(file: string): Promise<ProjectFile | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null || text.length > MOST_BYTES) return null;
  const map = isTypeScript(file) ? null : await loadSourceMap(file, text);
  const mapped = map !== null && map.sources.length > 0;
  return {
    path: file,
    text,
    map: mapped ? map : null,
    sources: mapped ? map.sources : [{ path: file, text }],
  };
}

/** The file that a relative import means; null when there is none or it is already known. */
async function resolveImport(folder: string, specifier: string, seen: Set<string>): Promise<string | null> {
  const target = path.resolve(folder, specifier);
  const swapped = target.replace(/\.([mc]?)js(x?)$/, ".$1ts$2");
  const candidates = [...ENDINGS.map((ending) => target + ending), swapped];
  if (candidates.some((candidate) => seen.has(candidate))) return null;
  for (const candidate of candidates) {
    if (!/\.[mc]?[jt]sx?$/.test(candidate)) continue;
    const found = await stat(candidate).catch(() => null);
    if (!found?.isFile()) continue;
    seen.add(candidate);
    return candidate;
  }
  return null;
}

export function isTypeScript(file: string): boolean {
  return /\.[mc]?tsx?$/.test(file);
}
