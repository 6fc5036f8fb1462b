import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { formatLine } from "./format-line";

const WIDTH = 8;
const COLOURS: Record<string, number> = { web: 36, worker: 35, database: 34, demo: 33 };

/** Prints what a stream says, line by line, each with the name of who said it. */
export function prefixOutput(name: string, stream: Readable): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) =>
    say(name, line),
  );
}

/** Prints one line under a name. */
export function say(name: string, line: string): void {
  const label = name.padEnd(WIDTH);
  // A terminal may show a progress line: it is wiped here and drawn again by its timer.
  const prefix = process.stdout.isTTY ? `\r\x1b[2K\x1b[${COLOURS[name] ?? 37}m${label}│\x1b[0m` : `${label}|`;
  for (const text of formatLine(line)) process.stdout.write(`${prefix} ${text}\n`);
}
