export interface CodeToken {
  text: string;
  kind: "keyword" | "string" | "number" | "call" | "plain";
}

const PARTS =
  /(?<string>"[^"]*")|(?<keyword>\b(?:import|from|const|await|async)\b)|(?<number>\b\d+\b)|(?<call>\b\w+(?=\())/g;

/** Cuts a line of the setup snippets into the parts that are coloured. */
export function codeTokens(line: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  let end = 0;
  const push = (text: string, kind: CodeToken["kind"]) => text !== "" && tokens.push({ text, kind });
  for (const match of line.matchAll(PARTS)) {
    const kind = (["string", "keyword", "number", "call"] as const).find((name) => match.groups?.[name]);
    push(line.slice(end, match.index), "plain");
    push(match[0], kind ?? "plain");
    end = match.index + match[0].length;
  }
  push(line.slice(end), "plain");
  return tokens;
}
