import {
  acceptInvitation,
  createInvitationInput,
  createProjectInvitationInput,
  getInvitation,
  invitationTokenInput,
  LIMITS,
  listInvitations,
  revokeInvitation,
  revokeInvitationInput,
} from "@heddle/core";
import { limitVisitor } from "../../auth/limit-visitor";
import { invite } from "../../invitation/invite";
import { router } from "../init";
import { organizationProcedure, projectProcedure, publicProcedure, userProcedure } from "../procedures";

export const invitationsRouter = router({
  /** Of the organisation and all its projects: all that are open, and the latest 200 others. */
  list: organizationProcedure.query(({ ctx }) => listInvitations({ ctx: ctx.core })),

  /** The answer is the only place where the link ever appears. */
  create: organizationProcedure
    .input(createInvitationInput)
    .mutation(({ ctx, input }) => invite(ctx.services, { ctx: ctx.core, input })),

  revoke: organizationProcedure
    .input(revokeInvitationInput)
    .mutation(({ ctx, input }) => revokeInvitation({ ctx: ctx.core, input })),

  listForProject: projectProcedure.query(({ ctx }) => listInvitations({ ctx: ctx.core })),

  createForProject: projectProcedure
    .input(createProjectInvitationInput)
    .mutation(({ ctx, input }) => invite(ctx.services, { ctx: ctx.core, input })),

  revokeForProject: projectProcedure
    .input(revokeInvitationInput)
    .mutation(({ ctx, input }) => revokeInvitation({ ctx: ctx.core, input })),

  /** What whoever has a link may know before they accept, or even sign in. */
  get: publicProcedure.input(invitationTokenInput).query(async ({ ctx, input }) => {
    await limitVisitor(ctx.instance, LIMITS.invitationPerNetwork);
    return getInvitation({ ctx: ctx.instance, input, hashingKey: ctx.services.links.hashingKey });
  }),

  accept: userProcedure.input(invitationTokenInput).mutation(({ ctx, input }) =>
    acceptInvitation({
      ctx: ctx.instance,
      input: { ...input, userId: ctx.userId },
      hashingKey: ctx.services.links.hashingKey,
    }),
  ),
});
