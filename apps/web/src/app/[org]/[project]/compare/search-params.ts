import { createLoader, parseAsArrayOf, parseAsBoolean, parseAsString } from "nuqs/server";

/** What the URL of a comparison says, for the server and the browser alike. */
export const compareParams = {
  /** Ids of the runs: then and now. */
  a: parseAsString,
  b: parseAsString,
  /** Only what differs. */
  differences: parseAsBoolean.withDefault(true),
  /** Causes whose evidence is open; null is the first. */
  open: parseAsArrayOf(parseAsString),
  /** The node that is selected in the graph. */
  node: parseAsString,
};

export const loadCompareParams = createLoader(compareParams);
