import {
  getNodeChange,
  getNodeHistory,
  getNodePage,
  getNodePageInput,
  listNodeCodes,
  listNodeFailures,
  nodeChangeInput,
  nodeHistoryInput,
  nodePlaceInput,
} from "@heddle/core";
import { withChangedLines, withCodesLines, withPageLines } from "../../code/with-node-lines";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const nodesRouter = router({
  /** The definition of a pipeline's node, with its code split into coloured pieces. */
  get: projectProcedure
    .input(getNodePageInput)
    .query(async ({ ctx, input }) => withPageLines(await getNodePage({ ctx: ctx.core, input }))),

  /** What became of it in each of the newest runs, and what one of its columns held. */
  history: projectProcedure
    .input(nodeHistoryInput)
    .query(({ ctx, input }) =>
      getNodeHistory({ ctx: ctx.core, input, ingestUpSince: ctx.services.uptime.since }),
    ),

  /** The distinct codes that it has had. */
  codes: projectProcedure
    .input(nodePlaceInput)
    .query(async ({ ctx, input }) => withCodesLines(await listNodeCodes({ ctx: ctx.core, input }))),

  failures: projectProcedure
    .input(nodePlaceInput)
    .query(({ ctx, input }) => listNodeFailures({ ctx: ctx.core, input })),

  /** What differs in its code, and in what it is computed from, between two runs. */
  change: projectProcedure
    .input(nodeChangeInput)
    .query(async ({ ctx, input }) => withChangedLines(await getNodeChange({ ctx: ctx.core, input }))),
});
