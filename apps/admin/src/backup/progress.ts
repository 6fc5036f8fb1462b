import { counted, size } from "../output/units";
import type { Tally } from "./format";

const EVERY_MS = 500;

/** Shows on a terminal how far it is, on one line that changes; nothing elsewhere. The result ends that. */
export function showProgress(tally: Tally): () => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => {};
  const timer = setInterval(() => {
    if (tally.table === "") return;
    stderr.write(`\r\x1b[K${tally.table}: ${counted(tally.rows, "row")}, ${size(tally.bytes)}`);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    stderr.write("\r\x1b[K");
  };
}

/** What was done, for the last line. */
export function summary(tally: Tally, startedAt: number): string {
  const seconds = (performance.now() - startedAt) / 1000;
  return `${counted(tally.tables, "table")}, ${counted(tally.rows, "row")}, ${size(tally.bytes)} of text, ${seconds.toFixed(1)} s`;
}
