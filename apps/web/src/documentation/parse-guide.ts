import { type MarkedToken, marked, type Token } from "marked";
import { highlightCode } from "../code/highlight";
import { type CodeLines, plainLines } from "../code/tokens";
import { headingIds } from "./heading-ids";

export interface Heading {
  id: string;
  text: string;
  depth: number;
}

export interface ParsedGuide {
  title: string;
  headings: Heading[];
  tokens: MarkedToken[];
  /** Ids by the heading's token, coloured lines by the code's. */
  ids: Map<Token, string>;
  code: Map<Token, CodeLines>;
}

const LANGUAGES: Record<string, string> = {
  ts: "typescript",
  js: "javascript",
  python: "python",
  sql: "sql",
};

/** marked's own tokens; there are no others without extensions. */
export function known(tokens: Token[] | undefined): MarkedToken[] {
  return (tokens ?? []) as MarkedToken[];
}

/** Splits a guide's Markdown into pieces, with what its page needs besides them. */
export async function parseGuide(text: string): Promise<ParsedGuide> {
  const tokens = known(marked.lexer(text));
  const idOf = headingIds();
  const ids = new Map<Token, string>();
  const code = new Map<Token, CodeLines>();
  const headings: Heading[] = [];
  let title = "";
  for (const token of tokens) {
    if (token.type === "heading") {
      const plain = plainText(token.tokens);
      if (token.depth === 1) title = plain;
      const id = idOf(plain);
      ids.set(token, id);
      if (token.depth > 1) headings.push({ id, text: plain, depth: token.depth });
    }
    if (token.type === "code") {
      const language = LANGUAGES[token.lang ?? ""];
      code.set(token, language ? await highlightCode(token.text, language) : plainLines(token.text));
    }
  }
  return { title, headings, tokens, ids, code };
}

function plainText(tokens: Token[] | undefined): string {
  return known(tokens)
    .map((token) =>
      "tokens" in token && token.tokens ? plainText(token.tokens) : "text" in token ? token.text : "",
    )
    .join("");
}
