import {
  createOrganization,
  createOrganizationInput,
  getOrganization,
  leaveOrganization,
  listOrganizationsForUser,
  mayCreateOrganization,
  removeOrganization,
  restoreOrganization,
  restoreOrganizationInput,
  transferOrganization,
  transferOrganizationInput,
  updateOrganization,
  updateOrganizationInput,
} from "@heddle/core";
import { router } from "../init";
import { organizationProcedure, userProcedure } from "../procedures";

export const organizationsRouter = router({
  /** The user's own, those they are a guest of, and deleted ones that they may restore. */
  list: userProcedure.query(({ ctx }) =>
    listOrganizationsForUser({ ctx: ctx.instance, input: { userId: ctx.userId } }),
  ),

  mayCreate: userProcedure.query(({ ctx }) => {
    const { signUp } = ctx.services.accounts;
    return mayCreateOrganization({ ctx: ctx.instance, input: { userId: ctx.userId }, signUp });
  }),

  create: userProcedure.input(createOrganizationInput).mutation(({ ctx, input }) => {
    const { signUp } = ctx.services.accounts;
    return createOrganization({ ctx: ctx.instance, input: { ...input, userId: ctx.userId }, signUp });
  }),

  get: organizationProcedure.query(({ ctx }) => getOrganization({ ctx: ctx.core })),

  update: organizationProcedure
    .input(updateOrganizationInput)
    .mutation(({ ctx, input }) => updateOrganization({ ctx: ctx.core, input })),

  remove: organizationProcedure.mutation(({ ctx }) => removeOrganization({ ctx: ctx.core })),

  restore: userProcedure
    .input(restoreOrganizationInput)
    .mutation(({ ctx, input }) =>
      restoreOrganization({ ctx: ctx.instance, input: { ...input, userId: ctx.userId } }),
    ),

  leave: organizationProcedure.mutation(({ ctx }) => leaveOrganization({ ctx: ctx.core })),

  transfer: organizationProcedure
    .input(transferOrganizationInput)
    .mutation(({ ctx, input }) => transferOrganization({ ctx: ctx.core, input })),
});
