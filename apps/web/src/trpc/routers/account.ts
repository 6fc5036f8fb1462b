import {
  changeEmail,
  changeEmailInput,
  changePassword,
  changePasswordInput,
  confirm,
  confirmInput,
  disconnectIdentity,
  disconnectIdentityInput,
  endSessions,
  getAccount,
  LIMITS,
  listAccountEvents,
  listAccountEventsInput,
  removeUser,
  removeUserInput,
  requestEmailChange,
  updateUser,
  updateUserInput,
} from "@heddle/core";
import { offeredProviders } from "../../auth/identity-providers";
import { limitVisitor } from "../../auth/limit-visitor";
import { sendMail } from "../../mail/send-mail";
import { router } from "../init";
import { publicProcedure, userProcedure } from "../procedures";
import { resetProcedures } from "./account-reset";
import { signUpProcedures } from "./account-sign-up";

export const accountRouter = router({
  ...resetProcedures,
  ...signUpProcedures,

  get: userProcedure.query(async ({ ctx }) => {
    const { services, instance, userId } = ctx;
    const account = await getAccount({ ctx: instance, input: { userId } });
    return { ...account, mail: services.mailer !== null, providers: offeredProviders(services.accounts) };
  }),

  update: userProcedure
    .input(updateUserInput)
    .mutation(({ ctx, input }) => updateUser({ ctx: ctx.instance, input: { ...input, userId: ctx.userId } })),

  changePassword: userProcedure.input(changePasswordInput).mutation(async ({ ctx, input }) => {
    const { services, instance, userId } = ctx;
    const { publicUrl } = services;
    const { mail } = await changePassword({ ctx: instance, input: { ...input, userId }, publicUrl });
    sendMail(services, mail);
    return {};
  }),

  /** `sent` when the new address has to be confirmed first. */
  changeEmail: userProcedure.input(changeEmailInput).mutation(async ({ ctx, input }) => {
    const { services, instance, userId } = ctx;
    const mailed = services.mailer !== null;
    const { sent, email } = await changeEmail({ ctx: instance, input: { ...input, userId }, mailed });
    if (sent) {
      services.later.run("change of address", async () => {
        const { links } = services;
        const mails = await requestEmailChange({ ctx: instance, input: { userId, email }, links });
        for (const mail of mails) sendMail(services, mail);
      });
    }
    return { sent };
  }),

  /** Finishes a sign-up or a change of address. */
  confirm: publicProcedure.input(confirmInput).mutation(async ({ ctx, input }) => {
    const { services, instance } = ctx;
    await limitVisitor(instance, LIMITS.tokenPerNetwork);
    const open = services.accounts.signUp === "open";
    const { email, kind, mail } = await confirm({ ctx: instance, input, links: services.links, open });
    if (mail) sendMail(services, mail);
    return { email, kind };
  }),

  endSessions: userProcedure.mutation(async ({ ctx }) => {
    await endSessions({ ctx: ctx.instance, input: { userId: ctx.userId } });
    return {};
  }),

  disconnect: userProcedure.input(disconnectIdentityInput).mutation(async ({ ctx, input }) => {
    const { services, instance, userId } = ctx;
    const offered = offeredProviders(services.accounts).map(({ id }) => id);
    await disconnectIdentity({ ctx: instance, input: { ...input, userId }, offered });
    return {};
  }),

  /** Newest first. Pass `nextCursor` as `cursor` for the next page; null means that was the last one. */
  events: userProcedure
    .input(listAccountEventsInput)
    .query(({ ctx, input }) =>
      listAccountEvents({ ctx: ctx.instance, input: { ...input, userId: ctx.userId } }),
    ),

  remove: userProcedure.input(removeUserInput).mutation(async ({ ctx, input }) => {
    await removeUser({ ctx: ctx.instance, input: { ...input, userId: ctx.userId } });
    return {};
  }),
});
