const LONGEST = 4000;

/** The comment directly above a position: a block, or lines that begin with two slashes. */
export function docCommentAbove(source: string, position: number): string | undefined {
  const before = source.slice(Math.max(0, position - 2 * LONGEST), position).trimEnd();
  const text = before.endsWith("*/") ? block(before) : lines(before);
  const trimmed = text.trim();
  return trimmed === "" ? undefined : trimmed.slice(0, LONGEST);
}

function block(before: string): string {
  const start = before.lastIndexOf("/*");
  if (start < 0 || !before.startsWith("/**", start)) return "";
  const body = before.slice(start + 3, -2).split("\n");
  return body.map((line) => line.replace(/^\s*\*? ?/, "").trimEnd()).join("\n");
}

function lines(before: string): string {
  const found: string[] = [];
  for (const line of before.split("\n").reverse()) {
    const text = /^\s*\/\/+\s?(.*)$/.exec(line)?.[1];
    if (text === undefined || /^(?:@ts-|biome-|eslint-|prettier-|#)/.test(text)) break;
    found.unshift(text.trimEnd());
  }
  return found.join("\n");
}
