import {
  getVersionCode,
  getVersionCodeInput,
  getVersionDiff,
  getVersionDiffInput,
  listVersions,
  listVersionsInput,
} from "@heddle/core";
import { versionCodeLines } from "../../code/version-code-lines";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const versionsRouter = router({
  /** Of one pipeline, by first use, newest first. Pass `nextCursor` as `cursor` for the next page. */
  list: projectProcedure
    .input(listVersionsInput)
    .query(({ ctx, input }) => listVersions({ ctx: ctx.core, input })),

  /** What differs between two versions; by default the newest and the one before it. */
  diff: projectProcedure
    .input(getVersionDiffInput)
    .query(({ ctx, input }) => getVersionDiff({ ctx: ctx.core, input })),

  /** The code of a node, or a file, in both versions, split into coloured pieces. */
  code: projectProcedure
    .input(getVersionCodeInput)
    .query(async ({ ctx, input }) => versionCodeLines(await getVersionCode({ ctx: ctx.core, input }))),
});
