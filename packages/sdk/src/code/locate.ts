import { type Definition, findDefinitions } from "./definitions";
import { tokenize } from "./lexer";
import { isTypeScript, type ProjectFile } from "./project-files";
import type { MappedSource } from "./source-map";

/** Where a function stands in what people wrote. */
export interface Location {
  path: string;
  text: string;
  start: number;
  end: number;
}

const LIKE_ENOUGH = 0.7;

/** Finds functions in the files of a project. */
export class Locator {
  readonly #files: readonly ProjectFile[];
  readonly #definitions = new Map<string, Map<string, Definition[]>>();

  constructor(files: readonly ProjectFile[]) {
    this.#files = files;
  }

  /**
   * Where the node `name` is defined: by the exact text of its function in the file that runs, followed
   * through the source map; else, where the compiler's output is only in memory, by name, and by having
   * nearly the same words.
   */
  locate(name: string, run: (values: never) => unknown): Location | null {
    const text = Function.prototype.toString.call(run);
    const names = [...new Set([name, run.name])].filter((one) => one !== "");
    return this.#byText(text, names) ?? this.#byName(text, names);
  }

  #byText(text: string, names: string[]): Location | null {
    for (const file of this.#files) {
      const at = isTypeScript(file.path) ? -1 : file.text.indexOf(text);
      if (at < 0) continue;
      if (file.map === null) return this.#around(file, at, at + text.length, names);
      const { line, column } = placeOf(file.text, at);
      const original = file.map.original(line, column);
      const source = file.sources.find((one) => one.path === original?.path);
      if (original === null || source === undefined) continue;
      const start = positionOf(source.text, original.line, original.column);
      return this.#around(source, start, null, names);
    }
    return null;
  }

  /** The definition that begins nearest before `start` and holds it; without one, just the function. */
  #around(source: MappedSource, start: number, end: number | null, names: string[]): Location | null {
    const holding = names
      .flatMap((name) => this.#of(source).get(name) ?? [])
      .filter((one) => one.start <= start && start < one.end)
      .sort((a, b) => b.start - a.start)[0];
    if (holding !== undefined) return { ...source, start: holding.start, end: holding.end };
    return end === null ? null : { path: source.path, text: source.text, start, end };
  }

  #byName(text: string, names: string[]): Location | null {
    const words = wordsOf(text);
    let best: Location | null = null;
    let most = LIKE_ENOUGH;
    for (const source of this.#files.flatMap((file) => file.sources)) {
      for (const { start, end } of names.flatMap((name) => this.#of(source).get(name) ?? [])) {
        const share = shareIn(words, wordsOf(source.text.slice(start, end)));
        if (share < most || (share === most && best !== null)) continue;
        most = share;
        best = { path: source.path, text: source.text, start, end };
      }
    }
    return best;
  }

  #of(source: MappedSource): Map<string, Definition[]> {
    const known = this.#definitions.get(source.path);
    if (known !== undefined) return known;
    const found = findDefinitions(source.text);
    this.#definitions.set(source.path, found);
    return found;
  }
}

/** Words and literals, without what compilers add, drop, or write in another way. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const token of tokenize(text)) {
    if (token.text === "__name" || token.text === "__PURE__") continue;
    if (token.kind === "string") words.push(token.text.slice(1, -1));
    else if (token.kind !== "punctuation") words.push(token.text);
  }
  return words;
}

/** Which part of `words` is among `others`, each as often as it occurs there. */
function shareIn(words: string[], others: string[]): number {
  if (words.length === 0) return others.length === 0 ? 1 : LIKE_ENOUGH;
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) found++;
    left.set(word, count - 1);
  }
  return found / words.length;
}

function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length - 1, column: position - start };
}

function positionOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 0; at < line; at++) {
    const next = text.indexOf("\n", start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  return start + column;
}
