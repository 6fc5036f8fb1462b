import { readFile } from "node:fs/promises";
import { SourceMap, type SourceMapPayload } from "node:module";
import path from "node:path";
import { pathOf } from "../capture/frames";

const COMMENT = /^\/\/[#@] sourceMappingURL=(\S+)\s*$/m;

export interface MappedSource {
  path: string;
  text: string;
}

export interface LoadedMap {
  /** The original files whose text is known. */
  sources: MappedSource[];
  /** The original place of a place in the compiled text; lines and columns count from 0. */
  original(line: number, column: number): { path: string; line: number; column: number } | null;
}

/** The source map that a compiled file names in its last lines, or null. */
export async function loadSourceMap(file: string, text: string): Promise<LoadedMap | null> {
  const at = text.lastIndexOf("//", text.lastIndexOf("sourceMappingURL="));
  const url = at < 0 ? undefined : COMMENT.exec(text.slice(at))?.[1];
  if (url === undefined) return null;
  try {
    const payload: SourceMapPayload = JSON.parse(await readMap(file, url));
    const folder = url.startsWith("data:")
      ? path.dirname(file)
      : path.dirname(path.resolve(path.dirname(file), url));
    const places = payload.sources.map((source) => resolveSource(folder, payload.sourceRoot, source));
    const sources = await Promise.all(
      places.map((place, at) => readSource(place, payload.sourcesContent?.[at])),
    );
    const map = new SourceMap(payload);
    const byName = new Map(payload.sources.map((source, at) => [source, places[at] ?? source]));
    return {
      sources: sources.filter((source) => source !== null),
      original(line, column) {
        const entry = map.findEntry(line, column);
        if (!("originalSource" in entry)) return null;
        const place = byName.get(entry.originalSource) ?? resolveSource(folder, "", entry.originalSource);
        return { path: place, line: entry.originalLine, column: entry.originalColumn };
      },
    };
  } catch {
    return null;
  }
}

async function readMap(file: string, url: string): Promise<string> {
  if (!url.startsWith("data:")) return await readFile(path.resolve(path.dirname(file), url), "utf8");
  const comma = url.indexOf(",");
  const base64 = url.slice(0, comma).endsWith(";base64");
  return base64
    ? Buffer.from(url.slice(comma + 1), "base64").toString("utf8")
    : decodeURIComponent(url.slice(comma + 1));
}

function resolveSource(folder: string, root: string | undefined, source: string): string {
  if (source.startsWith("file://")) return pathOf(source);
  return path.resolve(folder, root ?? "", source.replace(/^webpack:\/\/[^/]*\//, ""));
}

async function readSource(place: string, content: string | null | undefined): Promise<MappedSource | null> {
  if (/[\\/]node_modules[\\/]/.test(place)) return null;
  const text = content ?? (await readFile(place, "utf8").catch(() => null));
  return text === null ? null : { path: place, text };
}
