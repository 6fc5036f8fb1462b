export type TokenKind = "word" | "number" | "string" | "template" | "regex" | "punctuation";

export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  text: string;
}

const WORD = /[\p{ID_Start}$_#@\\](?:[\p{ID_Continue}$\\{}]|\u200c|\u200d)*/uy;
const PLAIN_WORD = /[A-Za-z_$][\w$]*/y;
const NUMBER = /\.?\d[\w.]*/y;
const BEFORE_REGEX = new Set(
  "return typeof case in of delete void throw new else do instanceof yield await".split(" "),
);

/**
 * Tokens of JavaScript or TypeScript, without comments: just enough to find where functions begin and end
 * and what their parameter names are. Text that is no program gives tokens too, never an error.
 */
export function* tokenize(source: string, from = 0): Generator<Token> {
  let at = from;
  let previous: Token | null = null;
  while (at < source.length) {
    const end = skipBlank(source, at);
    if (end > at) {
      at = end;
      continue;
    }
    const token: Token = readToken(source, at, previous);
    yield token;
    previous = token;
    at = token.end;
  }
}

function skipBlank(source: string, at: number): number {
  if (source.startsWith("//", at)) return indexOrEnd(source, "\n", at);
  if (source.startsWith("/*", at)) return Math.min(source.length, indexOrEnd(source, "*/", at + 2) + 2);
  return /\s/.test(source.charAt(at)) ? at + 1 : at;
}

function readToken(source: string, start: number, previous: Token | null): Token {
  const make = (kind: TokenKind, end: number): Token => ({
    kind,
    start,
    end,
    text: source.slice(start, end),
  });
  const char = source.charAt(start);
  if (char === '"' || char === "'") return make("string", endOfString(source, start, char));
  if (char === "`") return make("template", endOfTemplate(source, start));
  if (char === "/" && regexMayFollow(previous)) return make("regex", endOfRegex(source, start));
  const length =
    match(PLAIN_WORD, source, start) || match(NUMBER, source, start) || match(WORD, source, start);
  if (length > 0) return make(/[\d.]/.test(char) ? "number" : "word", start + length);
  if (source.startsWith("=>", start)) return make("punctuation", start + 2);
  if (source.startsWith("...", start)) return make("punctuation", start + 3);
  return make("punctuation", start + 1);
}

function match(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
}

function indexOrEnd(source: string, text: string, from: number): number {
  const index = source.indexOf(text, from);
  return index < 0 ? source.length : index;
}

function regexMayFollow(previous: Token | null): boolean {
  if (previous === null) return true;
  if (previous.kind === "word") return BEFORE_REGEX.has(previous.text);
  return previous.kind === "punctuation" && !")]}".includes(previous.text);
}

function endOfString(source: string, start: number, quote: string): number {
  for (let at = start + 1; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "\\") at++;
    else if (char === quote || char === "\n") return at + 1;
  }
  return source.length;
}

function endOfRegex(source: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "\\") at++;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "\n") return start + 1;
    else if (char === "/" && !inClass) return at + 1;
  }
  return start + 1;
}

function endOfTemplate(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "\\") at++;
    else if (char === "`") return at + 1;
    else if (char === "$" && source.charAt(at + 1) === "{") at = endOfHole(source, at + 2) - 1;
  }
  return source.length;
}

function endOfHole(source: string, from: number): number {
  let depth = 1;
  for (const token of tokenize(source, from)) {
    if (token.text === "{") depth++;
    else if (token.text === "}" && --depth === 0) return token.end;
  }
  return source.length;
}
