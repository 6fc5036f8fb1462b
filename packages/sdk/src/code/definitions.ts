import { type DefinitionKind, definitionEnd } from "./definition-end";
import { type Token, tokenize } from "./lexer";

/** Something with a name that may be a function: a property, a method, a function, a variable, a step. */
export interface Definition {
  name: string;
  start: number;
  end: number;
}

const VARIABLES = new Set(["const", "let", "var"]);
const MODIFIERS = new Set([
  "await",
  "export",
  "default",
  "async",
  "static",
  "public",
  "private",
  "protected",
]);

/** All definitions of a source text by name. */
export function findDefinitions(source: string): Map<string, Definition[]> {
  const tokens = [...tokenize(source)];
  const found = new Map<string, Definition[]>();
  tokens.forEach((token, at) => {
    if (token.kind !== "word" && token.kind !== "string") return;
    const kind = kindAt(tokens, at);
    if (kind === null) return;
    const name = token.kind === "string" ? token.text.slice(1, -1) : token.text;
    const start = beginning(tokens, kind === "call" ? calleeOf(tokens, at) : at);
    const end = definitionEnd(tokens, at + (kind === "property" ? 2 : 1), kind, source);
    found.set(name, [...(found.get(name) ?? []), { name, start, end }]);
  });
  return found;
}

function kindAt(tokens: readonly Token[], at: number): DefinitionKind | null {
  const before = tokens[at - 1]?.text ?? "";
  const after = tokens[at + 1]?.text ?? "";
  if (tokens[at]?.kind === "string" && before === "(" && after === ",") return "call";
  if (before === "function" || (before === "*" && tokens[at - 2]?.text === "function")) return "function";
  if (VARIABLES.has(before) && (after === "=" || after === ":")) return "variable";
  const inObject = before === "{" || before === "," || MODIFIERS.has(before);
  if (inObject && after === ":") return "property";
  return inObject && (after === "(" || after === "<") ? "function" : null;
}

/** First token of what is called: `run` in `run.node("orders", ...)`. */
function calleeOf(tokens: readonly Token[], at: number): number {
  let first = at - 2;
  while (tokens[first - 1]?.text === "." && tokens[first - 2]?.kind === "word") first -= 2;
  return Math.max(0, first);
}

/** Where the definition begins, with the words before its name: `export async function`. */
function beginning(tokens: readonly Token[], at: number): number {
  let first = at;
  for (let before = at - 1; before >= 0; before--) {
    const text = tokens[before]?.text ?? "";
    if (!MODIFIERS.has(text) && !VARIABLES.has(text) && text !== "function" && text !== "*") break;
    first = before;
  }
  return tokens[first]?.start ?? 0;
}
