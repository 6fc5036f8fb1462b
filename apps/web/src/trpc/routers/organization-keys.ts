import { createApiKey, createApiKeyInput, listApiKeys, revokeApiKey, revokeApiKeyInput } from "@heddle/core";
import { router } from "../init";
import { organizationProcedure } from "../procedures";

export const organizationKeysRouter = router({
  list: organizationProcedure.query(({ ctx }) => listApiKeys({ ctx: ctx.core })),

  /** The answer is the only place where the key itself ever appears. */
  create: organizationProcedure
    .input(createApiKeyInput)
    .mutation(({ ctx, input }) =>
      createApiKey({ ctx: ctx.core, input, hashingKey: ctx.services.keys.apiKey }),
    ),

  revoke: organizationProcedure
    .input(revokeApiKeyInput)
    .mutation(({ ctx, input }) => revokeApiKey({ ctx: ctx.core, input })),
});
