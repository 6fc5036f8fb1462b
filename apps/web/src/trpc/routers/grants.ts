import {
  leaveProject,
  listGrants,
  removeGrant,
  removeGrantInput,
  setGrant,
  setGrantInput,
} from "@heddle/core";
import { router } from "../init";
import { projectProcedure } from "../procedures";

export const grantsRouter = router({
  /** Everybody with access to the project, also by their role in the organisation. */
  list: projectProcedure.query(({ ctx }) => listGrants({ ctx: ctx.core })),

  set: projectProcedure.input(setGrantInput).mutation(({ ctx, input }) => setGrant({ ctx: ctx.core, input })),

  remove: projectProcedure
    .input(removeGrantInput)
    .mutation(({ ctx, input }) => removeGrant({ ctx: ctx.core, input })),

  leave: projectProcedure.mutation(({ ctx }) => leaveProject({ ctx: ctx.core })),
});
