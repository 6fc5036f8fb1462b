import { dropOffer } from "@heddle/core";
import { dropIdentityCookie, readIdentityCookie } from "../../auth/identity-cookie";
import { router } from "../init";
import { publicProcedure } from "../procedures";

export const identityRouter = router({
  /** Forgets the outside identity that this browser has come with. */
  cancel: publicProcedure.mutation(async ({ ctx }) => {
    const { services, instance } = ctx;
    const secret = await readIdentityCookie(services);
    const { hashingKey } = services.links;
    if (secret) await dropOffer({ ctx: instance, input: { secret }, hashingKey });
    await dropIdentityCookie(services);
    return {};
  }),
});
