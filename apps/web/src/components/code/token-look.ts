import type { TokenKind } from "@/code/tokens";

/** The colour of each kind of code. */
export const TOKEN_LOOK: Record<Exclude<TokenKind, "plain">, string> = {
  key: "text-(--code-key)",
  str: "text-(--code-str)",
  num: "text-(--code-num)",
  fn: "text-(--code-fn)",
  com: "text-(--code-com)",
};
