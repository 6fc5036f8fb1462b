import { search, searchInput } from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const searchRouter = router({
  /** A few of each kind, best first. */
  all: projectProcedure
    .input(searchInput)
    .query(({ ctx, input }) => search({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since })),
});
