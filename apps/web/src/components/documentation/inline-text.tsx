import { marked } from "marked";
import { Inline } from "./inline";

/** One line of Markdown. */
export function InlineText({ text }: { text: string }) {
  return <Inline tokens={marked.Lexer.lexInline(text)} />;
}
