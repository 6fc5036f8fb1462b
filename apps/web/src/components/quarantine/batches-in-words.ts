import { formatCount } from "@/format/number";

/** `1 batch`, `1,041 batches`. */
export function batchesInWords(count: number): string {
  return `${formatCount(count)} ${count === 1 ? "batch" : "batches"}`;
}
