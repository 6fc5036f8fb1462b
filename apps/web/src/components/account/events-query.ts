/** Arguments of `infiniteQueryOptions` for the events, the same on the server and in the browser. */
export function eventsOptions() {
  return [{}, { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor }] as const;
}
