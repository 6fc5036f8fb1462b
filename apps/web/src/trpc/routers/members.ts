import {
  createMemberResetLink,
  listMembers,
  memberResetLinkInput,
  removeMember,
  removeMemberInput,
  updateMember,
  updateMemberInput,
} from "@heddle/core";
import { router } from "../init";
import { organizationProcedure } from "../procedures";

export const membersRouter = router({
  list: organizationProcedure.query(({ ctx }) => listMembers({ ctx: ctx.core })),

  update: organizationProcedure
    .input(updateMemberInput)
    .mutation(({ ctx, input }) => updateMember({ ctx: ctx.core, input })),

  /** A guest, too: with all their grants in the organisation. */
  remove: organizationProcedure
    .input(removeMemberInput)
    .mutation(({ ctx, input }) => removeMember({ ctx: ctx.core, input })),

  /** For copying: with it, a person whom mail does not reach sets a new password. */
  resetLink: organizationProcedure
    .input(memberResetLinkInput)
    .mutation(({ ctx, input }) => createMemberResetLink({ ctx: ctx.core, input, links: ctx.services.links })),
});
