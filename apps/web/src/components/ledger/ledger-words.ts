import type { RunLedger } from "@heddle/core";
import { formatCount } from "../../format/number";

const plural = (count: number, one: string, many: string) =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** `1,204 events in 31 batches by 2 writers` */
export function totalWords({ events, batches, writers }: RunLedger["totals"]): string {
  return `${plural(events, "event", "events")} in ${plural(batches, "batch", "batches")} by ${plural(writers, "writer", "writers")}`;
}

type Writer = RunLedger["writers"][number];

/** What the numbers of a writer tell; `lost`: something that it sent did not arrive. */
export function gapWords({ gaps, refused }: Writer): { lost: boolean; words: string } {
  const { numbers, missingBatches } = gaps;
  if (numbers === 0) return { lost: false, words: "every number is here" };
  const apart = `${plural(numbers, "number", "numbers")} between ${numbers === 1 ? "is" : "are"} not of this run`;
  if (missingBatches === null) {
    return { lost: false, words: `${apart}; receipts that would tell why are no longer kept` };
  }
  if (missingBatches > 0) {
    return { lost: true, words: `${apart}; ${plural(missingBatches, "batch", "batches")} did not arrive` };
  }
  const why =
    refused >= numbers
      ? "refused by the server"
      : "all batches arrived, so other runs of the process have them";
  return { lost: false, words: `${apart}; ${why}` };
}

/** `1,204 of 1,210 events stored, 6 refused`; null while everything is stored. */
export function missingWords({ events, refused }: RunLedger["totals"], dropped: number): string | null {
  if (refused + dropped === 0) return null;
  const parts = [
    `${formatCount(events)} of ${formatCount(events + refused + dropped)} events stored`,
    refused > 0 ? `${formatCount(refused)} refused by the server` : "",
    dropped > 0 ? `${formatCount(dropped)} dropped by the client` : "",
  ];
  return parts.filter(Boolean).join(", ");
}
