import type { Token } from "./lexer";

export type DefinitionKind = "property" | "function" | "variable" | "call";

const OPEN = new Set(["(", "[", "{"]);
const CLOSE = new Set([")", "]", "}"]);
/** After these, a brace opens a type and not a body: `(): { a: number } {`. */
const BEFORE_TYPE = new Set([":", "|", "&", "<", ",", "=>", "extends", "is"]);
const CONTINUES = new Set(["in", "of", "instanceof", "as", "satisfies", "extends"]);

/** Position after the definition that begins at token `from`, which stands before its value. */
export function definitionEnd(
  tokens: readonly Token[],
  from: number,
  kind: DefinitionKind,
  source: string,
): number {
  let depth = 0;
  let parameters = false;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    const previous = tokens[at - 1];
    if (token === undefined || previous === undefined) continue;
    if (token.kind === "punctuation") {
      const closes = CLOSE.has(token.text);
      if (depth === 0 && closes && kind !== "function") return kind === "call" ? token.end : previous.end;
      if (depth === 0 && token.text === "," && kind !== "function" && kind !== "call") return previous.end;
      if (depth === 0 && token.text === ";") return kind === "property" ? previous.end : token.end;
      if (OPEN.has(token.text)) {
        const body = parameters && depth === 0 && token.text === "{" && !BEFORE_TYPE.has(previous.text);
        if (kind === "function" && body) return closing(tokens, at);
        depth++;
      } else if (closes) {
        depth--;
        if (depth === 0 && token.text === ")") parameters = true;
      }
    }
    if (kind === "variable" && depth === 0 && at > from + 1 && beginsStatement(previous, token, source))
      return previous.end;
  }
  return tokens.at(-1)?.end ?? 0;
}

function closing(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "punctuation") continue;
    if (OPEN.has(token.text)) depth++;
    else if (CLOSE.has(token.text) && --depth === 0) return token.end;
  }
  return tokens.at(-1)?.end ?? 0;
}

/** Whether a statement ends between two tokens without a semicolon. */
function beginsStatement(previous: Token, token: Token, source: string): boolean {
  if (token.kind !== "word" || CONTINUES.has(token.text)) return false;
  if (previous.kind === "punctuation" && !CLOSE.has(previous.text)) return false;
  return source.slice(previous.end, token.start).includes("\n");
}
