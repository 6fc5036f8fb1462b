/** Arguments of `infiniteQueryOptions` for the deliveries, the same on the server and in the browser. */
export function deliveriesOptions({ org, project }: { org: string; project: string }) {
  return [
    { org, project, limit: 50 },
    { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor },
  ] as const;
}
