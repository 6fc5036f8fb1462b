export interface ComparedPair {
  org: string;
  project: string;
  a: string;
  b: string;
}

const next = {
  initialCursor: null,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
};

/** Arguments of `infiniteQueryOptions`, the same for the server's first page and the browser's next ones. */
export function nodesOptions(pair: ComparedPair, differencesOnly: boolean) {
  return [{ ...pair, differencesOnly, limit: 50 }, next] as const;
}

export function columnsOptions(pair: ComparedPair, differencesOnly: boolean) {
  return [{ ...pair, differencesOnly, limit: 40 }, next] as const;
}
