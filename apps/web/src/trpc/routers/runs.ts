import {
  getNode,
  getNodeInput,
  getRun,
  getRunChanges,
  getRunCode,
  getRunFile,
  getRunFileInput,
  getRunGraph,
  getRunInput,
  getRunLedger,
  getRunLedgerInput,
  getRunSiblings,
  getUsualNodes,
  listPipelines,
  listRunColumns,
  listRunColumnsInput,
  listRuns,
  listRunsInput,
  readRunFacets,
  readRunHistogram,
  runFilterInput,
  runHistogramInput,
} from "@heddle/core";
import { withCodeLines } from "../../code/with-code-lines";
import { withFileLines } from "../../code/with-file-lines";
import { changedRuns } from "../changed-runs";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const runsRouter = router({
  /** Newest first. Pass `nextCursor` as `cursor` for the next page; null means that was the last one. */
  list: projectProcedure
    .input(listRunsInput)
    .query(({ ctx, input }) => listRuns({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since })),

  /** How many runs of each status pass the filter, over time. */
  histogram: projectProcedure
    .input(runHistogramInput)
    .query(({ ctx, input }) =>
      readRunHistogram({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),

  /** How many runs each value of status, pipeline and tags would show. */
  facets: projectProcedure
    .input(runFilterInput)
    .query(({ ctx, input }) =>
      readRunFacets({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),

  /** For the filter: what `pipeline` may be. */
  pipelines: projectProcedure.query(({ ctx }) => listPipelines({ ctx: ctx.core })),

  get: projectProcedure
    .input(getRunInput)
    .query(({ ctx, input }) => getRun({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since })),

  /** What differs from the last good run of the pipeline. */
  changes: projectProcedure
    .input(getRunInput)
    .query(({ ctx, input }) => getRunChanges({ ctx: ctx.core, input })),

  graph: projectProcedure.input(getRunInput).query(({ ctx, input }) => getRunGraph({ ctx: ctx.core, input })),

  /** With the node's code split into coloured pieces. */
  node: projectProcedure
    .input(getNodeInput)
    .query(async ({ ctx, input }) => withCodeLines(await getNode({ ctx: ctx.core, input }))),

  /** The runs of the same pipeline before and after it. */
  siblings: projectProcedure
    .input(getRunInput)
    .query(({ ctx, input }) => getRunSiblings({ ctx: ctx.core, input })),

  /** How long its nodes usually take. */
  usualNodes: projectProcedure
    .input(getRunInput)
    .query(({ ctx, input }) => getUsualNodes({ ctx: ctx.core, input })),

  /** The batches that brought it. */
  ledger: projectProcedure
    .input(getRunLedgerInput)
    .query(({ ctx, input }) => getRunLedger({ ctx: ctx.core, input })),

  /** Columns of the outputs of all its nodes. */
  columns: projectProcedure
    .input(listRunColumnsInput)
    .query(({ ctx, input }) => listRunColumns({ ctx: ctx.core, input })),

  code: projectProcedure.input(getRunInput).query(({ ctx, input }) => getRunCode({ ctx: ctx.core, input })),

  /** A file of its code, split into coloured pieces. */
  file: projectProcedure
    .input(getRunFileInput)
    .query(async ({ ctx, input }) => withFileLines(await getRunFile({ ctx: ctx.core, input }))),

  /** Ids of runs that changed, as they change. Fetch again when it (re)connects: it has no memory. */
  live: projectProcedure.subscription(({ ctx, signal }) => changedRuns(ctx, signal)),
});
