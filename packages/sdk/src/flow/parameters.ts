import { type Token, tokenize } from "../code/lexer";

export interface Parameter {
  name: string;
  /** Has a default in the code, so that a run can do without it. */
  optional: boolean;
}

export type Parameters = { names: Parameter[]; problem: null } | { names: null; problem: string };

const OPEN = "([{";
const CLOSE = ")]}";

/**
 * The property names that a function takes out of its one parameter, read from its own text. Minifiers
 * rename variables, never properties, so `({ spend: a }) => ...` still says `spend`.
 */
export function parametersOf(run: (values: never) => unknown): Parameters {
  const source = Function.prototype.toString.call(run);
  if (/\{\s*\[native code\]\s*\}\s*$/.test(source)) {
    return problem(
      "is a native or bound function, whose parameters cannot be read. Wrap it: ({ a }) => fn({ a })",
    );
  }
  const tokens = new Cursor(source);
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    if (token.text === "class") return problem("is a class. Wrap it: ({ a }) => new TheClass(a)");
    if (token.text === "*") return problem("is a generator. Give an array: ({ a }) => [...items(a)]");
    if (token.text === "=>")
      return positional([
        source
          .slice(0, token.start)
          .replace(/^async\b/, "")
          .trim(),
      ]);
    if (token.text === "[") tokens.skipTo("]");
    if (token.text === "(") return inParentheses(source, tokens);
  }
  return problem("has parameters that cannot be read. Write it as ({ a, b }) => ...");
}

function inParentheses(source: string, tokens: Cursor): Parameters {
  const first = tokens.next();
  if (first === null || first.text === ")") return { names: [], problem: null };
  if (first.text !== "{") return positional(parameterNames(source, first));
  const pattern = readPattern(tokens);
  if (pattern.names === null) return pattern;
  const after = tokens.skipTo(",", ")");
  const last = after?.text === "," ? tokens.next() : after;
  if (last?.text === ")") return pattern;
  return problem("takes more than one parameter. Put all names into the first one: ({ a, b }) => ...");
}

function readPattern(tokens: Cursor): Parameters {
  const names: Parameter[] = [];
  for (let token = tokens.next(); token !== null && token.text !== "}"; token = tokens.next()) {
    if (token.text === ",") continue;
    if (token.text === "...") {
      return problem(
        "takes '...rest', so its dependencies are not known. Name each of them: ({ a, b }) => ...",
      );
    }
    if (token.text === "[") {
      return problem("takes a computed property, so its dependencies are not known. Name each of them.");
    }
    const end = tokens.skipTo("=", ",", "}");
    names.push({ name: unquote(token), optional: end?.text === "=" });
    const closing = end?.text === "=" ? tokens.skipTo(",", "}") : end;
    if (closing?.text === "}") break;
  }
  return { names, problem: null };
}

/** Tokens one by one, with a jump to a token outside of all inner brackets. */
class Cursor {
  readonly #tokens: Generator<Token>;

  constructor(source: string) {
    this.#tokens = tokenize(source);
  }

  next(): Token | null {
    const step = this.#tokens.next();
    return step.done === true ? null : step.value;
  }

  skipTo(...ends: string[]): Token | null {
    let depth = 0;
    for (let token = this.next(); token !== null; token = this.next()) {
      if (token.kind !== "punctuation") continue;
      if (depth === 0 && ends.includes(token.text)) return token;
      if (OPEN.includes(token.text)) depth++;
      else if (CLOSE.includes(token.text)) depth--;
    }
    return null;
  }
}

function unquote(token: Token): string {
  if (token.kind !== "string") return token.text;
  return token.text
    .slice(1, -1)
    .replace(/\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi, (_, long, four, two, char) =>
      char === undefined ? String.fromCodePoint(Number.parseInt(long ?? four ?? two, 16)) : char,
    );
}

function parameterNames(source: string, first: Token): string[] {
  const names: string[] = [];
  let depth = 0;
  let expected = true;
  for (const token of tokenize(source, first.start)) {
    if (depth === 0 && token.text === ")") break;
    if (OPEN.includes(token.text)) depth++;
    else if (CLOSE.includes(token.text)) depth--;
    else if (depth === 0 && token.text === ",") expected = true;
    else if (expected && token.kind === "word") {
      names.push(token.text);
      expected = false;
    }
  }
  return names;
}

function positional(names: string[]): Parameters {
  const list = names.length > 0 ? names.join(", ") : "a, b";
  return problem(
    `takes positional parameters, whose names do not survive compilers. Write ({ ${list} }) => ... instead of (${list}) => ...`,
  );
}

function problem(text: string): Parameters {
  return { names: null, problem: text };
}
