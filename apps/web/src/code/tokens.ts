/** What a piece of code is, as far as it has a colour. */
export type TokenKind = "plain" | "key" | "str" | "num" | "fn" | "com";

/** A piece of code with its kind; the kind is left out for plain text. */
export type CodeToken = [text: string, kind?: Exclude<TokenKind, "plain">];

/** Lines of tokens. */
export type CodeLines = CodeToken[][];

/** Code without colours, where there is no grammar for it or it is too long for one. */
export function plainLines(code: string): CodeLines {
  return code.split("\n").map((line) => (line === "" ? [] : [[line]]));
}
