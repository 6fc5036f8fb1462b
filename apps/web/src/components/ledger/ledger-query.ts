interface RunPlace {
  org: string;
  project: string;
  runId: string;
}

/** Arguments of `infiniteQueryOptions` for the ledger, the same on the server and in the browser. */
export function ledgerOptions(run: RunPlace) {
  return [run, { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor }] as const;
}
