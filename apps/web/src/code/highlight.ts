import type { SourceFile } from "@heddle/contract";
import { createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { KIND_OF_COLOUR, kindTheme } from "./theme";
import { type CodeLines, type CodeToken, plainLines } from "./tokens";

/** Longer code stays plain: colours are not worth a second of the server's time. */
const LIMIT = { characters: 60_000, line: 1_000 };
const GRAMMARS: Record<string, string> = {
  typescript: "tsx",
  javascript: "tsx",
  python: "python",
  sql: "sql",
} satisfies Partial<Record<SourceFile["language"], string>>;

let loading: Promise<HighlighterCore> | undefined;

function highlighter(): Promise<HighlighterCore> {
  loading ??= createHighlighterCore({
    themes: [kindTheme],
    langs: [import("shiki/langs/tsx.mjs"), import("shiki/langs/python.mjs"), import("shiki/langs/sql.mjs")],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  return loading;
}

/** Splits code into lines of coloured pieces, on the server. The pieces are text; nothing is HTML. */
export async function highlightCode(code: string, language: string): Promise<CodeLines> {
  const grammar = GRAMMARS[language];
  if (!grammar || code.length > LIMIT.characters) return plainLines(code);
  const { tokens } = (await highlighter()).codeToTokens(code, {
    lang: grammar,
    theme: kindTheme.name ?? "",
    tokenizeMaxLineLength: LIMIT.line,
    // A limit of time would colour the same code differently on a busy machine.
    tokenizeTimeLimit: 0,
  });
  return tokens.map((line) =>
    line.map(({ content, color }): CodeToken => {
      const kind = KIND_OF_COLOUR[(color ?? "").toLowerCase()];
      return kind ? [content, kind] : [content];
    }),
  );
}
