import { z } from "zod";
import { searchText } from "../catalog/words";

export const searchInput = z.object({
  q: searchText.default(""),
  /** Only runs: by number, the beginning of an id or a commit, or the name of the pipeline. */
  runsOnly: z.boolean().default(false),
});
export type SearchInput = z.infer<typeof searchInput>;
