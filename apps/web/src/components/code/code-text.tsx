import type { CodeLines } from "@/code/tokens";
import { TOKEN_LOOK } from "./token-look";

/** One line of code in its colours. */
export function CodeLine({ line }: { line: CodeLines[number] }) {
  return line.map(([text, kind], piece) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a line is its place in it.
    <span key={piece} className={kind && TOKEN_LOOK[kind]}>
      {text}
    </span>
  ));
}

/** Code in its colours, without numbers. */
export function CodeText({ lines }: { lines: CodeLines }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
    <span key={index}>
      <CodeLine line={line} />
      {"\n"}
    </span>
  ));
}
