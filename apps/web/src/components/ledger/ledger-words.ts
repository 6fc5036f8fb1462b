import type { RunLedger } from "@heddle/core";
import { formatCount } from "../../format/number";

export const plural = (count: number, one: string, many: string) =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

export const events = (count: number) => plural(count, "event", "events");
export const batches = (count: number) => plural(count, "batch", "batches");

/** Writers that began together have ids that begin alike: their ends tell them apart. */
export const writerName = (writer: string) => `…${writer.slice(-7)}`;

/** `4` or `4 to 19`. */
export function range(from: number, to: number): string {
  return from === to ? formatCount(from) : `${formatCount(from)} to ${formatCount(to)}`;
}

/** `1,204 events in 31 batches by 2 writers` */
export function totalWords({ events: all, batches: count, writers }: RunLedger["totals"]): string {
  return `${events(all)} in ${batches(count)} by ${plural(writers, "writer", "writers")}`;
}

type Writer = RunLedger["writers"][number];
type Hole = Writer["gaps"]["missing"][number];

/** `batches 120 to 122, numbers 4,801 to 4,920` */
export function holeWords({ firstBatch, lastBatch, firstSeq, lastSeq }: Hole): string {
  const which = `${firstBatch === lastBatch ? "batch" : "batches"} ${range(firstBatch, lastBatch)}`;
  if (firstSeq === null) return `${which}, numbers up to ${formatCount(lastSeq)}`;
  return `${which}, ${firstSeq === lastSeq ? "number" : "numbers"} ${range(firstSeq, lastSeq)}`;
}

/** What the numbers of a writer tell; `lost`: something that it sent did not arrive. */
export function gapWords({ gaps, refused }: Writer): { lost: boolean; words: string } {
  const { numbers, reason, missingBatches, missingNumbers } = gaps;
  if (reason === "none") return { lost: false, words: "every number is here" };
  if (reason === "missing") {
    const many = missingNumbers === null ? "" : ` with ${events(missingNumbers)}`;
    return { lost: true, words: `${batches(missingBatches ?? 0)}${many} did not arrive` };
  }
  const apart = `${plural(numbers, "number", "numbers")} between ${numbers === 1 ? "is" : "are"} not of this run`;
  const why = {
    unknown: "receipts that would tell why are no longer kept",
    refused: `${formatCount(refused)} refused by the server`,
    held: "what arrived and is not stored may have them",
    other_runs: "all batches arrived, so other runs of the process have them",
  };
  return { lost: false, words: `${apart}; ${why[reason]}` };
}

type Causes = Pick<RunLedger, "ended" | "sum">;

/** What most probably became of batches of a writer that did not arrive. */
export function causeWords({ gaps }: Pick<Writer, "gaps">, { ended, sum }: Causes): string {
  if (gaps.reason !== "missing") return "";
  if (sum.missing.events === 0) return "The client gave them up, and says so below.";
  if (areSigns(gaps)) return "One event each: most likely signs of life, which are not sent again.";
  const gaveUp = "later batches arrived, so the client has given these up, and its log says why";
  return ended
    ? `Most likely lost: ${gaveUp}.`
    : `They may still be on the way, if the client sends several at once; else ${gaveUp}.`;
}

/** Whether each of the missing batches holds one event, as a sign of life does. */
export function areSigns({ missingBatches, missingNumbers }: Writer["gaps"]): boolean {
  return missingBatches !== null && missingNumbers !== null && missingNumbers <= missingBatches;
}
