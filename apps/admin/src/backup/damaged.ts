import { Refusal } from "../refusal";

/** A file that is no whole backup. Whoever reads one takes back what was taken from it so far. */
export function damaged(what: string): Refusal {
  return new Refusal(`This is not a whole backup: ${what}. Nothing was restored; use another copy.`);
}

/** What its bytes show: somebody or something changed them. */
export const changed = (): Refusal =>
  damaged("it was changed or cut short since, or is something else altogether");
