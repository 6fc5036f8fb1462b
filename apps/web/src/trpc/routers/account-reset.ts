import {
  LIMITS,
  requestReset,
  requestResetInput,
  requireAttempt,
  resetPassword,
  resetPasswordInput,
} from "@heddle/core";
import { limitVisitor } from "../../auth/limit-visitor";
import { sendMail } from "../../mail/send-mail";
import { publicProcedure } from "../procedures";

/** For people who forgot their password. */
export const resetProcedures = {
  /** The same answer whoever is asked for; `sent` is false where no mail can be sent at all. */
  requestReset: publicProcedure.input(requestResetInput).mutation(async ({ ctx, input }) => {
    const { services, instance } = ctx;
    await limitVisitor(instance, LIMITS.resetPerNetwork);
    if (!services.mailer) return { sent: false };
    await requireAttempt({ ctx: instance, input: { limit: LIMITS.resetPerEmail, name: input.email } });
    services.later.run("password reset", async () => {
      const mail = await requestReset({ ctx: instance, input, links: services.links });
      if (mail) sendMail(services, mail);
    });
    return { sent: true };
  }),

  reset: publicProcedure.input(resetPasswordInput).mutation(async ({ ctx, input }) => {
    const { services, instance } = ctx;
    await limitVisitor(instance, LIMITS.tokenPerNetwork);
    const { email, mail } = await resetPassword({ ctx: instance, input, links: services.links });
    sendMail(services, mail);
    return { email };
  }),
};
