import type { Variable } from "./variables";

/** What `npm start` sets by itself, or leaves to the guide. */
const PARTS = ["needed", "addresses"];
const OWN = new Set(["NODE_ENV", "HEDDLE_SECRET", "PORT"]);
const NAME_WIDTH = 31;
const WIDTH = 116;

/** What differs where there is a supervisor, which brings a PostgreSQL with it. */
const UNSET: Record<string, string> = { DATABASE_URL: "the embedded one" };

/** The variables that `npm start -- --help` lists. */
export function startHelp(variables: readonly Variable[]): string {
  const listed = variables.filter(({ name, part }) => PARTS.includes(part) && !OWN.has(name));
  return listed.map(entry).join("");
}

function entry({ name, description, unset }: Variable): string {
  const missing = UNSET[name] ?? unset;
  const text = missing === null ? description : `${description} (default: ${missing})`;
  const lines = wrap(text.replaceAll("`", ""), WIDTH - NAME_WIDTH - 2);
  return lines.map((line, index) => `  ${(index === 0 ? name : "").padEnd(NAME_WIDTH)}${line}\n`).join("");
}

function wrap(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
