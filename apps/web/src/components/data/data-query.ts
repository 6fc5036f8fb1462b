import type { inferParserType } from "nuqs";
import type { runParams } from "../run/run-params";

type Params = inferParserType<typeof runParams>;

interface RunPlace {
  org: string;
  project: string;
  runId: string;
}

export type DataFilter = Pick<Params, "find" | "kind" | "by" | "of">;

/** Arguments of `infiniteQueryOptions` for the columns, the same on the server and in the browser. */
export function columnsOptions(run: RunPlace, { find, kind, by, of }: DataFilter) {
  const input = {
    ...run,
    sort: by,
    kind: kind ?? undefined,
    node: of ?? undefined,
    search: find.replaceAll("\0", "").slice(0, 200) || undefined,
  };
  return [input, { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor }] as const;
}
