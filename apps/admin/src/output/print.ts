import { safeJson, safeLine, safeLines } from "./safe";

const GAP = "  ";
const LONGEST_CELL = 100;

/** The one JSON document of a command. */
export function printJson(value: unknown): void {
  console.log(safeJson(value));
}

/** Text for people, in which names of others cannot steer the terminal. */
export function print(text: string): void {
  console.log(safeLines(text));
}

/** Columns for people, as wide as they need to be; `none` where there is no row. */
export function printTable(head: string[], rows: string[][], none: string): void {
  if (rows.length === 0) print(none);
  else printRows(head, rows);
}

function printRows(head: string[], rows: string[][]): void {
  const cells = [head.map((name) => name.toUpperCase()), ...rows.map((row) => row.map(cell))];
  const widths = head.map((_, at) => Math.max(...cells.map((row) => lengthOf(row[at] ?? ""))));
  for (const row of cells) {
    const padded = row.map((text, at) => text + " ".repeat((widths[at] ?? 0) - lengthOf(text)));
    console.log(padded.join(GAP).trimEnd());
  }
}

function cell(text: string): string {
  const letters = Array.from(safeLine(text));
  return letters.length <= LONGEST_CELL
    ? letters.join("")
    : `${letters.slice(0, LONGEST_CELL - 1).join("")}…`;
}

const lengthOf = (text: string) => Array.from(text).length;
