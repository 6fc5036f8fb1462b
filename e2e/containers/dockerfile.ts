/** One instruction of a Dockerfile: `flags` are what stands as `--name=value` before its words. */
export interface Instruction {
  name: string;
  flags: Record<string, string>;
  text: string;
}

/** The instructions of a Dockerfile, in order, without comments and with long lines joined. */
export function parseDockerfile(text: string): Instruction[] {
  const lines = text.split("\n").filter((line) => !/^\s*(#|$)/.test(line));
  const joined = lines.join("\n").replace(/\\\n\s*/g, " ");
  return joined.split("\n").map((line) => {
    const [, name = "", rest = ""] = line.match(/^\s*(\w+)\s+(.*)$/) ?? [];
    const flags = rest.match(/^(--[\w-]+=\S+\s+)*/)?.[0] ?? "";
    return { name: name.toUpperCase(), flags: flagsIn(flags), text: rest.slice(flags.length).trim() };
  });
}

function flagsIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]));
}

/** The words of a command: of a JSON list, or as a shell would part them, which also holds for compose files. */
export function wordsOf(text: string): string[] {
  if (text.startsWith("[")) return JSON.parse(text);
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}
