import {
  chooseRuns,
  chooseRunsInput,
  compareColumns,
  compareColumnsInput,
  compareGraph,
  compareNodes,
  comparePageInput,
  compareRunsInput,
  compareSummary,
  getRunInput,
  suggestRuns,
} from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const compareRouter = router({
  /** What differs between two runs, what of it may explain what went wrong, and how much is the same. */
  summary: projectProcedure
    .input(compareRunsInput)
    .query(({ ctx, input }) =>
      compareSummary({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),

  /** Worst first. */
  nodes: projectProcedure
    .input(comparePageInput)
    .query(({ ctx, input }) =>
      compareNodes({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),

  /** What moved most first. */
  columns: projectProcedure
    .input(compareColumnsInput)
    .query(({ ctx, input }) =>
      compareColumns({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),

  graph: projectProcedure
    .input(compareRunsInput)
    .query(({ ctx, input }) =>
      compareGraph({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),

  /** Which runs to compare when an address leaves one of them out, or both. */
  choose: projectProcedure
    .input(chooseRunsInput)
    .query(({ ctx, input }) => chooseRuns({ ctx: ctx.core, input })),

  /** What a run is usually compared with. */
  suggest: projectProcedure
    .input(getRunInput)
    .query(({ ctx, input }) => suggestRuns({ ctx: ctx.core, input })),
});
