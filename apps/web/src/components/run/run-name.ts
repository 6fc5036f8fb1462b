import type { RunDetail } from "@heddle/contract";

/** `#1288`, or the beginning of the id while the run has no number. */
export function runName({ number, id }: Pick<RunDetail, "number" | "id">): string {
  return number === null ? id.slice(0, 8) : `#${number}`;
}
