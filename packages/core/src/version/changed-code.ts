import type { SourceFile, SourceSpan } from "@heddle/contract";
import { countLines, diffLines } from "../diff/line-diff";
import type { NodeDifference } from "./diff";
import type { Difference } from "./difference";

/** Lines of code; null when they are not there to be counted. */
interface LineCounts {
  added: number | null;
  removed: number | null;
}

/** A node whose own code differs. */
export interface ChangedFunction extends LineCounts {
  name: string;
  difference: Difference;
  path: string | null;
}

/** A file in which something differs that belongs to no node. */
export interface ChangedFile extends LineCounts {
  path: string;
  /** Only one version has it. */
  only: "before" | "after" | null;
  /** Lines outside of nodes differ; else only the order of nodes, or space. */
  outside: boolean;
}

export interface Side {
  files: readonly SourceFile[];
  /** Lines of its files by their SHA-256. */
  sources: ReadonlyMap<string, readonly string[]>;
}

type Pair = Record<"before" | "after", Side>;

const NOT_COUNTED: LineCounts = { added: null, removed: null };
const NOTHING: readonly string[] = [];

/** The nodes whose code differs, with how many lines came and went, in the order of the later version. */
export function changedFunctions(nodes: readonly NodeDifference[], sides: Pair): ChangedFunction[] {
  const linesOf = lineReader(sides);
  return nodes
    .filter(({ difference }) => ["added", "removed", "changed"].includes(difference))
    .map(({ name, difference, before, after }) => {
      const [then, now] = [linesOf("before", before), linesOf("after", after)];
      const counts = then && now && (before || after) ? countLines(diffLines(then, now)) : NOT_COUNTED;
      return { name, difference, path: (after ?? before)?.path ?? null, ...counts };
    });
}

/** The lines of a span; none for no span, null when the file is not there. */
function lineReader(sides: Pair) {
  const byPath = { before: pathsOf(sides.before), after: pathsOf(sides.after) };
  return (side: "before" | "after", span: SourceSpan | null): readonly string[] | null => {
    if (!span) return NOTHING;
    const lines = sides[side].sources.get(byPath[side].get(span.path)?.sha256 ?? "");
    return lines ? lines.slice(span.startLine - 1, span.endLine) : null;
  };
}

/** Files that differ in something that no node shows, so that nothing that changed is hidden. */
export function changedFiles(nodes: readonly NodeDifference[], sides: Pair): ChangedFile[] {
  const byPath = { before: pathsOf(sides.before), after: pathsOf(sides.after) };
  const paths = [...new Set([...byPath.before.keys(), ...byPath.after.keys()])].sort();
  const told = new Set(
    nodes
      .filter(({ difference }) => difference !== "same" && difference !== "upstream")
      .flatMap(({ before, after }) => [before?.path, after?.path]),
  );
  return paths.flatMap((path): ChangedFile[] => {
    const [then, now] = [byPath.before.get(path), byPath.after.get(path)];
    if (then?.sha256 === now?.sha256) return [];
    const only = then ? (now ? null : "before") : "after";
    const [old, young] = [
      then && sides.before.sources.get(then.sha256),
      now && sides.after.sources.get(now.sha256),
    ];
    if ((then && !old) || (now && !young)) return [{ path, only, outside: true, ...NOT_COUNTED }];
    const stretches = diffLines(
      outsideOf(
        old ?? NOTHING,
        nodes.map(({ before }) => before),
        path,
      ),
      outsideOf(
        young ?? NOTHING,
        nodes.map(({ after }) => after),
        path,
      ),
    );
    const outside = stretches.some(({ same }) => !same);
    if (outside) return [{ path, only, outside, ...countLines(stretches) }];
    if (told.has(path)) return [];
    return [{ path, only, outside, ...countLines(diffLines(old ?? NOTHING, young ?? NOTHING)) }];
  });
}

/** The lines of a file that belong to no node. */
function outsideOf(lines: readonly string[], spans: readonly (SourceSpan | null)[], path: string): string[] {
  const inside = new Uint8Array(lines.length);
  for (const span of spans) {
    if (span?.path === path) inside.fill(1, span.startLine - 1, span.endLine);
  }
  return lines.filter((_, index) => inside[index] === 0);
}

function pathsOf({ files }: Side): Map<string, SourceFile> {
  return new Map(files.map((file) => [file.path, file]));
}
