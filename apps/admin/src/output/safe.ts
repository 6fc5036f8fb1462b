/** Control characters, and those that turn the direction of text: a name must not steer the terminal. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
}

/** Text of others on one line, with what could steer a terminal spelled out. */
export function safeLine(text: string): string {
  return text.replace(STEERING, escaped);
}

/** The same over several lines, which keep their indentation. */
export function safeLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.split("\t").map(safeLine).join("\t"))
    .join("\n");
}

/** One JSON document whose strings are the same for a program, and harmless on a terminal. */
export function safeJson(value: unknown): string {
  const spelled = (character: string) =>
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, null, 2).replace(STEERING, spelled);
}
