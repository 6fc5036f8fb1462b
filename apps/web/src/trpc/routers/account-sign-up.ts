import { LIMITS, requestSignUp, requireAttempt, signUp, signUpInput } from "@heddle/core";
import { offeredProviders } from "../../auth/identity-providers";
import { limitVisitor } from "../../auth/limit-visitor";
import { sendMail } from "../../mail/send-mail";
import { publicProcedure } from "../procedures";

/** For people who have no account yet. */
export const signUpProcedures = {
  signUpMode: publicProcedure.query(({ ctx: { services } }) => ({
    mode: services.accounts.signUp,
    mail: services.mailer !== null,
    providers: offeredProviders(services.accounts),
  })),

  /** "sent": a link in a mail finishes it. The same answer whether the address has an account or not. */
  signUp: publicProcedure.input(signUpInput).mutation(async ({ ctx, input }) => {
    const { services, instance } = ctx;
    await limitVisitor(instance, LIMITS.signUpPerNetwork);
    const { hashingKey } = services.links;
    const rules = { mode: services.accounts.signUp, mailed: services.mailer !== null, hashingKey };
    const { state } = await signUp({ ctx: instance, input, rules });
    if (state === "created") return { state };
    const { email, name, password } = input;
    await requireAttempt({ ctx: instance, input: { limit: LIMITS.signUpPerEmail, name: email } });
    services.later.run("sign-up", async () => {
      const asked = { email, name, password };
      sendMail(services, await requestSignUp({ ctx: instance, input: asked, links: services.links }));
    });
    return { state: "sent" as const };
  }),
};
